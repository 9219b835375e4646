package io.krait.supervisor.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import io.krait.api.AppError;
import io.krait.api.PluginHooks;
import io.krait.protocol.BoundServer;
import io.krait.protocol.TransportSettings;
import io.krait.protocol.calls.ServedInterface;
import io.krait.testing.internal.FakeInterpreter;
import io.krait.testing.internal.ServedProcess;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * A plugin that is not written in Python: an interpreter named python is a script that starts this
 * program, and the words in the plugin's script say how it behaves.
 */
final class FakePlugin implements PluginHooks {

  private final Set<String> words;
  private final AtomicReference<BoundServer> server;

  private FakePlugin(Set<String> words, AtomicReference<BoundServer> server) {
    this.words = words;
    this.server = server;
  }

  /** Makes the interpreter of {@code folder}. */
  static void install(PluginFolder folder) {
    try {
      new FakeInterpreter("3.11.2", FakePlugin.class.getName()).installInto(folder.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void main(String[] arguments) throws Exception {
    Set<String> words = Set.of(Files.readString(Path.of(arguments[0])).split("\\s+"));
    System.err.println("[INFO] fake plugin " + System.getenv("MATTERMOST_PLUGIN_ID"));
    ServedProcess process = new ServedProcess(words.contains("lane"));
    HostIdentity own = HostIdentity.create(Instant.now());
    HostIdentity announced =
        words.contains("as-another") ? HostIdentity.create(Instant.now()) : own;
    TransportSettings settings =
        words.contains("encrypts")
            ? TransportSettings.builder()
                .tls(
                    own.towards(
                        words.contains("for-another")
                            ? HostIdentity.create(Instant.now()).certificate()
                            : hostCertificate()))
                .build()
            : TransportSettings.defaults();
    AtomicReference<BoundServer> server = new AtomicReference<>();
    List<ServerServiceDefinition> services =
        Stream.concat(
                Stream.of(
                    ServedInterface.of(
                        new FakePlugin(words, server),
                        process.streams(),
                        (method, reference, failure) -> failure.printStackTrace())),
                words.contains("streams") ? Stream.of(stdio()) : Stream.empty())
            .toList();
    server.set(process.serve(settings, services));
    if (words.contains("not-serving")) {
      server.get().setServing(false);
    }
    System.out.println("a library says hello");
    process.announce(server.get(), words.contains("encrypts") ? announced.handshakeField() : "");
    process.awaitEnd();
    System.exit(0);
  }

  private static X509Certificate hostCertificate() throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(System.getenv("PLUGIN_CLIENT_CERT").getBytes(UTF_8)));
  }

  /** What go-plugin's own plugins have: a line for the standard error output, in two pieces. */
  private static ServerServiceDefinition stdio() {
    Marshaller<byte[]> bytes =
        new Marshaller<>() {
          @Override
          public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
          }

          @Override
          public byte[] parse(InputStream stream) {
            return new byte[0];
          }
        };
    return ServerServiceDefinition.builder("plugin.GRPCStdio")
        .addMethod(
            MethodDescriptor.<byte[], byte[]>newBuilder()
                .setType(MethodDescriptor.MethodType.SERVER_STREAMING)
                .setFullMethodName("plugin.GRPCStdio/StreamStdio")
                .setRequestMarshaller(bytes)
                .setResponseMarshaller(bytes)
                .build(),
            ServerCalls.asyncServerStreamingCall(
                (byte[] request, StreamObserver<byte[]> answers) -> {
                  answers.onNext("\u0008\u0002\u0012\u000b[ERROR] str".getBytes(UTF_8));
                  answers.onNext("\u0008\u0002\u0012\u0006eamed\n".getBytes(UTF_8));
                }))
        .build();
  }

  @Override
  public void onActivate() {
    if (words.contains("refuses")) {
      throw AppError.builder().id("fake.refused").message("no licence").statusCode(400).build();
    }
    System.out.println("[WARN] activated");
  }

  /** Makes it fall ill. */
  @Override
  public void onConfigurationChange() {
    server.get().setServing(false);
  }
}
