package io.krait.itests;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.krait.itests.talk.HealthTalk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ops4j.pax.tinybundles.TinyBundles;

/** Bundles that exist for tests only: users of ours that talk to themselves. */
final class TalkBundles {
  private TalkBundles() {}

  /** Writes the bundle of {@link HealthTalk} beside ours and returns its name. */
  static String healthTalk() {
    var name = "talk.health";
    Path jar = Path.of(System.getProperty("krait.bundles"), name + ".jar");
    try (var content =
        TinyBundles.bundle()
            .symbolicName(name)
            .setHeader("Bundle-ManifestVersion", "2")
            .activator(HealthTalk.class)
            .setHeader(
                "Import-Package",
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
                    + "io.netty.util.concurrent;krait=library")
            .build(TinyBundles.rawBuilder())) {
      Files.copy(content, jar, REPLACE_EXISTING);
      return name;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
