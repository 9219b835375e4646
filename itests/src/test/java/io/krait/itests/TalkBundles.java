package io.krait.itests;

import io.krait.itests.talk.HealthTalk;
import io.krait.itests.talk.HostTalk;
import io.krait.itests.talk.ProtocolTalk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ops4j.pax.tinybundles.TinyBundle;
import org.ops4j.pax.tinybundles.TinyBundles;
import org.osgi.framework.BundleActivator;

/** Bundles that exist for tests only: users of ours that talk to themselves. */
final class TalkBundles {

  /** What a user of gRPC imports, and what others would be wired to if it could be. */
  private static final List<String> OTHERS =
      List.of(
          "com.google.common.base",
          "com.google.common.collect",
          "com.google.common.util.concurrent",
          "com.google.protobuf",
          "io.grpc",
          "io.grpc.health.v1",
          "io.grpc.netty",
          "io.grpc.protobuf",
          "io.grpc.protobuf.services",
          "io.grpc.stub",
          "io.netty.bootstrap",
          "io.netty.buffer",
          "io.netty.channel",
          "io.netty.channel.nio",
          "io.netty.channel.socket",
          "io.netty.channel.socket.nio",
          "io.netty.util",
          "io.netty.util.concurrent");

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

  /**
   * Writes a bundle of {@link HealthTalk} that uses libraries of somebody else, as {@link
   * #libraries} offers them.
   */
  static String healthTalkWith(String version) {
    return written(
        "talk." + version,
        HealthTalk.class,
        "org.osgi.framework,"
            + OTHERS.stream()
                .map(name -> name + ";version=\"%s\"".formatted(exactly(version)))
                .collect(Collectors.joining(",")));
  }

  private static String exactly(String version) {
    return "[" + version + "," + version + "]";
  }

  /**
   * Writes the libraries of {@code itests/libraries} as a bundle that offers them to everybody, all
   * of one version, as hosts do that know no better.
   */
  static String libraries(String kind, String version) {
    String name = "libraries." + kind;
    TinyBundle bundle =
        TinyBundles.bundle()
            .symbolicName(name)
            .setHeader("Bundle-ManifestVersion", "2")
            .setHeader("Import-Package", "sun.misc;resolution:=optional")
            .setHeader("DynamicImport-Package", "javax.*,org.xml.*,org.w3c.*,sun.*")
            .setHeader(
                "Export-Package",
                OTHERS.stream()
                    .map(other -> other + ";version=" + version)
                    .collect(Collectors.joining(",")));
    Path folder = Path.of(System.getProperty("krait.libraries"), kind, "target/lib");
    List<String> nested = new ArrayList<>();
    try (Stream<Path> jars = Files.list(folder)) {
      for (Path jar : jars.sorted().toList()) {
        nested.add("lib/" + jar.getFileName());
        bundle.addResource("lib/" + jar.getFileName(), jar.toUri().toURL());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    bundle.setHeader("Bundle-ClassPath", String.join(",", nested));
    write(name, bundle);
    return name;
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
    write(
        name,
        TinyBundles.bundle()
            .symbolicName(name)
            .setHeader("Bundle-ManifestVersion", "2")
            .setHeader("Import-Package", imports)
            .activator(activator));
    return name;
  }

  private static void write(String name, TinyBundle bundle) {
    Path jar = Path.of(System.getProperty("krait.bundles"), name + ".jar");
    try (var content = bundle.build(TinyBundles.rawBuilder())) {
      WrittenFile.replace(jar, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
