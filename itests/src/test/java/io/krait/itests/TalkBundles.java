package io.krait.itests;

import io.krait.itests.talk.HealthTalk;
import io.krait.itests.talk.HostTalk;
import io.krait.itests.talk.ProtocolTalk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.ops4j.pax.tinybundles.TinyBundles;
import org.osgi.framework.BundleActivator;

/** Bundles that exist for tests only: users of ours that talk to themselves. */
final class TalkBundles {
  private TalkBundles() {}

  /** Writes the bundle of {@link HealthTalk} beside ours and returns its name. */
  static String healthTalk() {
    return written(
        "talk.health",
        HealthTalk.class,
        "org.osgi.framework,"
            + "com.google.protobuf;krait=library,"
            + "io.grpc;krait=library,"
            + "io.grpc.health.v1;krait=library,"
            + "io.grpc.netty;krait=library,"
            + "io.grpc.protobuf.services;krait=library,"
            + "io.grpc.stub;krait=library,"
            + "io.netty.channel;krait=library,"
            + "io.netty.channel.nio;krait=library,"
            + "io.netty.channel.socket.nio;krait=library,"
            + "io.netty.util.concurrent;krait=library");
  }

  /** Writes the bundle of {@link ProtocolTalk} beside ours and returns its name. */
  static String protocolTalk() {
    return written(
        "talk.protocol",
        ProtocolTalk.class,
        "org.osgi.framework,"
            + "io.grpc;krait=library,"
            + "io.krait.api,"
            + "io.krait.api.model,"
            + "io.krait.protocol,"
            + "io.krait.protocol.calls,"
            + "io.krait.protocol.convert");
  }

  /** Writes the bundle of {@link HostTalk} beside ours and returns its name. */
  static String hostTalk() {
    return written(
        "talk.host",
        HostTalk.class,
        "org.osgi.framework,org.osgi.util.tracker,"
            + "io.krait.api,io.krait.api.model,io.krait.api.management");
  }

  private static String written(
      String name, Class<? extends BundleActivator> activator, String imports) {
    Path jar = Path.of(System.getProperty("krait.bundles"), name + ".jar");
    try (var content =
        TinyBundles.bundle()
            .symbolicName(name)
            .setHeader("Bundle-ManifestVersion", "2")
            .setHeader("Import-Package", imports)
            .activator(activator)
            .build(TinyBundles.rawBuilder())) {
      WrittenFile.replace(jar, content);
      return name;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
