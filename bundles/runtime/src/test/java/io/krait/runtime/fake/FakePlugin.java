package io.krait.runtime.fake;

import io.grpc.ServerServiceDefinition;
import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.PluginApi;
import io.krait.api.PluginHooks;
import io.krait.api.model.CommandArgs;
import io.krait.api.model.CommandResponse;
import io.krait.api.model.MessageWillBePostedResult;
import io.krait.api.model.OnInstallEvent;
import io.krait.api.model.PluginContext;
import io.krait.api.model.Post;
import io.krait.protocol.ChannelFactory;
import io.krait.protocol.Endpoint;
import io.krait.protocol.FlowCalls;
import io.krait.protocol.OpenChannel;
import io.krait.protocol.ServerFactory;
import io.krait.protocol.TransportRuntime;
import io.krait.protocol.TransportSettings;
import io.krait.protocol.calls.RemoteCalls;
import io.krait.protocol.calls.RemotePluginApi;
import io.krait.protocol.calls.ServedInterface;
import io.krait.protocol.convert.Disclosure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A plugin that is not written in Python: the interpreter in its folder is a script that starts
 * this program, and the words in what should be Python say how it behaves. It talks to its host on
 * the lane where it is offered that, and with the word {@code grpc} by gRPC.
 */
public final class FakePlugin implements PluginHooks {

  private static final String MANIFEST =
      """
      {"id": "%s", "name": "Fake", "version": "%s",
       "server": {"runtime": "python", "executable": "plugin.py"}}
      """;

  private final Set<String> words;
  private final PluginApi api;
  private final AtomicBoolean configured = new AtomicBoolean();

  private FakePlugin(Set<String> words, PluginApi api) {
    this.words = words;
    this.api = api;
  }

  /** Puts such a plugin into a folder. */
  public static void writeTo(Path folder, String id, String version, String words) {
    writeManifestTo(folder, "plugin.json", MANIFEST.formatted(id, version), words);
  }

  /** Puts such a plugin with that manifest into a folder. */
  public static void writeManifestTo(
      Path folder, String manifestName, String manifest, String words) {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    try {
      Files.createDirectories(folder.resolve("venv/bin"));
      Files.writeString(folder.resolve(manifestName), manifest);
      Files.writeString(folder.resolve("plugin.py"), words);
      Path interpreter = folder.resolve("venv/bin/python");
      Files.writeString(
          interpreter,
          """
          #!/bin/sh
          for argument in "$@"; do
            if [ "$argument" = -c ]; then echo Python 3.11.2; exit 0; fi
          done
          # Not as an argument: the system cuts off what it tells of long command lines.
          export CLASSPATH='%s'
          exec '%s' -Xmx64m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto %s "$@"
          """
              .formatted(
                  classPath,
                  Path.of(System.getProperty("java.home"), "bin", "java"),
                  FakePlugin.class.getName()));
      Files.setPosixFilePermissions(interpreter, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void main(String[] arguments) throws Exception {
    Set<String> words = Set.of(Files.readString(Path.of(arguments[0])).split("\\s+"));
    if (words.contains("exits")) {
      System.err.println("[ERROR] there is a module missing");
      System.exit(3);
    }
    TransportRuntime runtime = TransportRuntime.create();
    FlowCalls streams = new FlowCalls(runtime);
    boolean grpc = words.contains("grpc");
    PluginApi api =
        new RemotePluginApi(RemoteCalls.over(apiOf(runtime, grpc), streams), Disclosure.FULL);
    Endpoint.Unix endpoint =
        Endpoint.unix(Path.of(System.getenv("PLUGIN_UNIX_SOCKET_DIR"), "hooks"));
    ServerFactory servers = new ServerFactory(runtime, TransportSettings.defaults());
    List<ServerServiceDefinition> services =
        List.of(
            ServedInterface.of(
                new FakePlugin(words, api),
                streams,
                (method, reference, failure) -> failure.printStackTrace()));
    if (grpc || System.getenv("KRAIT_LANE") == null) {
      servers.start(endpoint, services);
      System.out.println("1|1|unix|" + endpoint.address() + "|grpc");
    } else {
      servers.startLane(endpoint, services);
      System.out.println("1|1|unix|" + endpoint.address() + "|lane");
    }
    // As plugins do: when standard input ends, the host is gone.
    while (System.in.read() >= 0) {
      continue;
    }
    System.exit(0);
  }

  private static OpenChannel apiOf(TransportRuntime runtime, boolean grpc) throws IOException {
    ChannelFactory channels = new ChannelFactory(runtime, TransportSettings.defaults());
    String lane = System.getenv("KRAIT_API_LANE");
    if (!grpc && lane != null) {
      return channels.openLane(Endpoint.unix(Path.of(lane)));
    }
    String target = System.getenv("MATTERMOST_PLUGIN_API_TARGET");
    return channels.open(Endpoint.unix(Path.of(target.substring("unix:".length()))));
  }

  @Override
  public List<String> implemented() {
    return words.contains("silent")
        ? List.of("OnActivate")
        : List.of(
            "OnConfigurationChange",
            "OnActivate",
            "OnDeactivate",
            "OnInstall",
            "MessageWillBePosted",
            "ExecuteCommand",
            "AHookOfTomorrow");
  }

  @Override
  public void onConfigurationChange() {
    System.out.println("[INFO] configured");
    configured.set(true);
  }

  @Override
  public void onActivate() {
    if (words.contains("refuses")) {
      throw AppError.builder().id("fake.refused").message("no licence").statusCode(400).build();
    }
    System.out.println("[WARN] activated, configured before: " + configured.get());
    api.kvSet("activated", Bytes.utf8("yes"));
  }

  @Override
  public void onDeactivate() {
    api.kvSet("activated", Bytes.utf8("no more"));
  }

  @Override
  public void onInstall(PluginContext context, OnInstallEvent event) {
    api.kvSet("installed", Bytes.utf8("yes"));
  }

  @Override
  public MessageWillBePostedResult messageWillBePosted(PluginContext context, Post post) {
    if (post.message().contains("die")) {
      Runtime.getRuntime().halt(7);
    }
    if (post.message().contains("spam")) {
      return MessageWillBePostedResult.builder().rejectionReason("no spam, please").build();
    }
    if (post.message().contains("nothing")) {
      return MessageWillBePostedResult.builder()
          .rejectionReason("plugin.message_will_be_posted.dismiss_post")
          .build();
    }
    return MessageWillBePostedResult.builder()
        .modifiedPost(post.toBuilder().message(post.message() + "!").build())
        .build();
  }

  /** Reads an entry of that name, and lets the host's error through. */
  @Override
  public Optional<CommandResponse> executeCommand(PluginContext context, CommandArgs arguments) {
    return Optional.of(
        CommandResponse.builder().text(api.kvGet(arguments.command()).toUtf8()).build());
  }
}
