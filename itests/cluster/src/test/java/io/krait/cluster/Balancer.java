package io.krait.cluster;

import io.krait.e2e.Workspace;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What stands before the servers: nginx as the example configures it, where that is installed; else
 * whoever asks takes turns.
 */
final class Balancer implements AutoCloseable {

  private static final Path NGINX = Path.of("/usr/sbin/nginx");
  private static final String CONFIGURATION =
      """
      daemon off;
      worker_processes 1;
      pid %1$s/nginx.pid;
      error_log %1$s/error.log;
      events { worker_connections 512; }
      http {
        access_log off;
        client_body_temp_path %1$s/body;
        proxy_temp_path %1$s/proxy;
        fastcgi_temp_path %1$s/fastcgi;
        uwsgi_temp_path %1$s/uwsgi;
        scgi_temp_path %1$s/scgi;
        %2$s
      }
      """;

  private final List<Integer> ports;
  private final AtomicInteger turn = new AtomicInteger();
  private final Process nginx;
  private final int port;

  private Balancer(List<Integer> ports, Process nginx, int port) {
    this.ports = ports;
    this.nginx = nginx;
    this.port = port;
  }

  static Balancer before(List<Integer> ports, Path folder)
      throws IOException, InterruptedException {
    if (!Files.isExecutable(NGINX)) {
      return new Balancer(ports, null, 0);
    }
    int port = Workspace.freePort();
    Path home = Files.createDirectories(folder.resolve("nginx"));
    String example =
        Files.readString(Workspace.root().resolve("distribution/container/nginx.conf"));
    for (int i = 0; i < ports.size(); i++) {
      example = example.replace("krait-%d:8065".formatted(i + 1), "127.0.0.1:" + ports.get(i));
    }
    Path file =
        Files.writeString(
            home.resolve("nginx.conf"),
            CONFIGURATION.formatted(
                home, example.replace("listen 80;", "listen 127.0.0.1:%d;".formatted(port))));
    Process process =
        new ProcessBuilder(
                NGINX.toString(), "-e", home.resolve("error.log").toString(), "-c", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("out").toFile())
            .start();
    Balancer balancer = new Balancer(ports, process, port);
    Workspace.await("nginx listens", balancer::listens);
    return balancer;
  }

  private boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Where the next request goes. */
  String address() {
    int to = nginx != null ? port : ports.get(Math.floorMod(turn.getAndIncrement(), ports.size()));
    return "http://127.0.0.1:" + to;
  }

  @Override
  public String toString() {
    return nginx != null ? "through nginx" : "without a balancer";
  }

  @Override
  public void close() throws InterruptedException {
    if (nginx != null) {
      nginx.destroy();
      if (!nginx.waitFor(30, TimeUnit.SECONDS)) {
        nginx.destroyForcibly();
      }
    }
  }
}
