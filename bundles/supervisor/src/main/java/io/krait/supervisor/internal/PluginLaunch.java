package io.krait.supervisor.internal;

import io.krait.api.FailureCause;
import io.krait.api.HookName;
import io.krait.api.Nullable;
import io.krait.protocol.BoundServer;
import io.krait.protocol.Endpoint;
import io.krait.protocol.OpenChannel;
import io.krait.protocol.SocketFolder;
import io.krait.protocol.Transport;
import io.krait.protocol.TransportSettings;
import io.krait.protocol.calls.AsyncRemotePluginHooks;
import io.krait.protocol.calls.RemoteCalls;
import io.krait.protocol.convert.Disclosure;
import io.krait.supervisor.OutputRecord;
import io.krait.supervisor.PluginConnection;
import io.krait.supervisor.PluginDescription;
import io.krait.supervisor.PluginDescription.DependencyMode;
import io.krait.supervisor.PluginProcess;
import io.krait.supervisor.PluginStartException;
import io.krait.supervisor.ProcessNeeds;
import io.krait.supervisor.ProcessRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;

/**
 * Brings up one process of a plugin: finds what to run, runs it, waits for its handshake, opens a
 * channel, waits until it is healthy, and asks which hooks it implements. When any of that fails,
 * nothing of it is left when the result says so.
 */
final class PluginLaunch {

  private static final String UNIX = "unix:";
  private static final Duration HEALTH_DEADLINE = Duration.ofSeconds(10);
  private static final Duration BETWEEN_HEALTH_CHECKS = Duration.ofMillis(50);

  /** How long the output of a process that has ended is waited for; orphans may keep it open. */
  private static final Duration OUTPUT_ENDS_WITHIN = Duration.ofSeconds(1);

  private final PluginDescription plugin;
  private final LaunchTools tools;
  private final Consumer<String> progress;
  private final PluginOutput output;
  private final HandshakeReader handshake;
  private final CompletableFuture<LivePlugin> result = new CompletableFuture<>();
  private final CompletableFuture<Void> spawned = new CompletableFuture<>();
  private final CompletableFuture<Void> outputEnd = new CompletableFuture<>();

  private boolean over;
  private String health = "its health service has not answered";
  private @Nullable Thread preparing;
  private @Nullable Interpreter runBy;
  private @Nullable SocketFolder sockets;
  private @Nullable HostIdentity identity;
  private @Nullable PluginProcess process;
  private Instant startedAt = Instant.EPOCH;
  private @Nullable OpenChannel channel;
  private Timers.@Nullable Timer overtime;

  private PluginLaunch(
      PluginDescription plugin,
      LaunchTools tools,
      Consumer<OutputRecord> log,
      Consumer<String> progress) {
    this.plugin = plugin;
    this.tools = tools;
    this.progress = progress;
    output = new PluginOutput(tools.timers(), log);
    handshake = new HandshakeReader(tools.lane());
  }

  /**
   * Begins to bring up a process.
   *
   * @param log takes what is printed
   * @param progress takes what is being done, where it takes its time; empty when that is over
   */
  static PluginLaunch begin(
      PluginDescription plugin,
      LaunchTools tools,
      Consumer<OutputRecord> log,
      Consumer<String> progress) {
    PluginLaunch launch = new PluginLaunch(plugin, tools, log, progress);
    tools.executor().execute(launch::spawn);
    return launch;
  }

  /** The process when it is up; fails with a {@link PluginStartException} when nothing is left. */
  CompletableFuture<LivePlugin> result() {
    return result;
  }

  /** What the process has printed last. */
  Tail tail() {
    return output.tail();
  }

  /** Gives up, unless the process is up already. */
  void abort(String why) {
    tools.executor().execute(() -> fail(why, null));
  }

  // The futures' outcomes all end in the result.
  @SuppressWarnings("FutureReturnValueIgnored")
  private void spawn() {
    PluginProcess started;
    try {
      PluginScript script = PluginScript.of(plugin);
      Interpreter interpreter = interpreter();
      List<Path> modules = sdkFor(interpreter);
      synchronized (this) {
        if (over) {
          return;
        }
        runBy = interpreter;
        sockets = SocketFolder.create();
        Map<String, String> variables = tools.environment().of(plugin, script, modules);
        variables.putAll(Handshake.variables(sockets.path(), tools.lane()));
        if (tools.autoMtls()) {
          identity = HostIdentity.create(Instant.now());
          variables.put(Handshake.CLIENT_CERTIFICATE, identity.pem());
        }
        started =
            tools
                .runner()
                .start(
                    new ProcessRequest(
                        plugin.id(),
                        List.of(interpreter.path().toString(), script.file().toString()),
                        script.folder(),
                        variables,
                        interpreter.executable().map(program -> interpreter.path()),
                        tools.limits().apply(plugin.id()).and(plugin.limits()),
                        new ProcessNeeds(
                            tools.environment().inputOf(plugin),
                            modules,
                            socketFolders(sockets.path()),
                            plugin.network())));
        process = started;
        startedAt = tools.timers().now();
        if (plugin.debugPort().isEmpty()) {
          overtime =
              tools
                  .timers()
                  .after(tools.startLimit(), () -> tools.executor().execute(this::expire));
        }
      }
    } catch (PluginStartException e) {
      fail(e);
      return;
    } catch (IOException | RuntimeException e) {
      // The latter also for what no system takes, such as a variable with a NUL in it.
      fail("its process cannot be started: " + e.getMessage(), e);
      return;
    } catch (InterruptedException e) {
      // By an abort, which has told why; or by the end of the supervisor.
      fail("its start has been interrupted", e);
      return;
    } finally {
      spawned.complete(null);
    }
    CompletableFuture.allOf(
            CompletableFuture.runAsync(
                () -> output.read(started.output(), handshake::offer), tools.executor()),
            CompletableFuture.runAsync(
                () -> output.read(started.errors(), line -> false), tools.executor()))
        .whenComplete((ignored, failure) -> outputEnd.complete(null));
    started
        .onExit()
        .thenAcceptAsync(code -> afterOutput(() -> exited(started, code)), tools.executor());
    handshake.result().whenCompleteAsync(this::connect, tools.executor());
  }

  private List<Path> socketFolders(Path own) {
    List<Path> folders = new ArrayList<>();
    folders.add(own);
    plugin
        .apiTarget()
        .filter(target -> target.startsWith(UNIX))
        .ifPresent(target -> folders.add(Path.of(target.substring(UNIX.length())).getParent()));
    plugin
        .apiLane()
        .map(Path::getParent)
        .filter(folder -> !folders.contains(folder))
        .ifPresent(folders::add);
    return folders;
  }

  // May take minutes, where packages are installed. Who aborts the launch interrupts it.
  private Interpreter interpreter() throws PluginStartException, InterruptedException {
    synchronized (this) {
      if (over) {
        throw new InterruptedException();
      }
      preparing = Thread.currentThread();
    }
    try {
      Interpreter found = tools.interpreters().find(plugin);
      if (plugin.dependencyMode() != DependencyMode.VENV || found.own()) {
        return found;
      }
      Path made = tools.virtualEnvironments().prepare(plugin, found, sdk(), new Installation());
      progress.accept("");
      return tools.interpreters().check(plugin, made, true);
    } finally {
      synchronized (this) {
        preparing = null;
        // Meant for what has been done here, and for nothing that the thread does later.
        Thread.interrupted();
      }
    }
  }

  private final class Installation implements PackageInstaller.Listener {
    @Override
    public void progress(String what) {
      progress.accept(what);
    }

    @Override
    public void printed(String line) {
      output.note("pip", line);
    }
  }

  // A copy of the SDK beside the script comes first whatever is done here: the plugin was tried out
  // with it. So does the one in an environment of the plugin's own. That of the machine does not:
  // it is there for others, and may be of any age.
  private List<Path> sdkFor(Interpreter interpreter) throws PluginStartException {
    return interpreter.own() && interpreter.sdk() ? List.of() : List.of(sdk().folder());
  }

  private BundledSdk.Unpacked sdk() throws PluginStartException {
    try {
      return tools.sdk().unpacked();
    } catch (IOException e) {
      throw new PluginStartException(
          plugin.id(),
          "the Python SDK cannot be unpacked: %s; make room, or set cache.folder of io.krait.supervisor to another folder"
              .formatted(e),
          List.of(),
          e);
    }
  }

  private void exited(PluginProcess ended, int code) {
    if (ended.cause().isPresent()) {
      fail(ended.cause().get(), null);
      return;
    }
    Optional<String> advice = reason(code);
    if (advice.isPresent()) {
      fail("it has ended with %s: %s".formatted(ExitCodes.text(code), advice.get()), null);
      return;
    }
    if (handshake.end(code, output.tail().last())) {
      return;
    }
    fail(
        "it has ended with %s before it was ready; its last line is %s"
            .formatted(ExitCodes.text(code), Quotes.quote(output.tail().last())),
        null);
  }

  private Optional<String> reason(int code) {
    Interpreter interpreter;
    synchronized (this) {
      interpreter = runBy;
    }
    return new EarlyEnd(plugin, interpreter, tools.lane()).reason(code, output.tail().lines());
  }

  private void expire() {
    if (handshake.expire(tools.startLimit())) {
      return;
    }
    String last;
    synchronized (this) {
      last = health;
    }
    fail(
        "it is not ready after %s, %s; see its output, or allow it more time"
            .formatted(Durations.text(tools.startLimit()), last),
        null);
  }

  private void connect(@Nullable Handshake shaken, @Nullable Throwable failure) {
    if (failure != null) {
      fail(failure.getMessage(), failure);
      return;
    }
    try {
      synchronized (this) {
        if (over) {
          return;
        }
        channel = open(shaken, process.translate(shaken.endpoint()));
      }
    } catch (HandshakeException e) {
      fail(e.getMessage(), e);
      return;
    } catch (IOException | RuntimeException e) {
      fail("no channel can be opened to it: " + e.getMessage(), e);
      return;
    }
    checkHealth();
  }

  private OpenChannel open(Handshake shaken, Endpoint endpoint)
      throws HandshakeException, IOException {
    return shaken.transport() == Transport.LANE && endpoint instanceof Endpoint.Unix unix
        ? tools.channels().openLane(unix)
        : tools.channels().open(endpoint, settingsFor(shaken), null);
  }

  private TransportSettings settingsFor(Handshake shaken) throws HandshakeException {
    if (shaken.certificate().isEmpty()) {
      return tools.transport();
    }
    if (identity == null) {
      throw new HandshakeException(
          "it wants to encrypt, which it was not asked to; let it serve without TLS, or set auto.mtls of io.krait.supervisor to true");
    }
    return tools.transport().toBuilder().tls(identity.towards(shaken.certificate().get())).build();
  }

  @SuppressWarnings("FutureReturnValueIgnored")
  private void checkHealth() {
    OpenChannel open = channelUnlessOver();
    if (open != null) {
      open.isServing(BoundServer.PLUGIN, HEALTH_DEADLINE)
          .whenCompleteAsync(this::health, tools.executor());
    }
  }

  private void health(@Nullable Boolean serving, @Nullable Throwable failure) {
    if (failure == null && serving) {
      askForHooks();
      return;
    }
    Optional<SSLException> distrust = distrust(failure);
    if (distrust.isPresent()) {
      // Who has printed the handshake has its certificates: nothing changes by waiting.
      fail(
          "no encrypted connection to it comes about: %s; it has to show the certificate of its handshake, made out to localhost, and to take that of %s"
              .formatted(distrust.get().getMessage(), Handshake.CLIENT_CERTIFICATE),
          failure);
      return;
    }
    synchronized (this) {
      if (over) {
        return;
      }
      health =
          failure == null
              ? "its health service says that it does not serve"
              : "its health service does not answer: " + FailureCause.of(failure).getMessage();
      tools
          .timers()
          .after(BETWEEN_HEALTH_CHECKS, () -> tools.executor().execute(this::checkHealth));
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored")
  private void askForHooks() {
    OpenChannel open = channelUnlessOver();
    if (open != null) {
      if (open.transport() == Transport.GRPC) {
        StdioStream.open(plugin.id(), open, tools.streams(), output::feed);
      }
      RemoteCalls calls =
          plugin.debugPort().isEmpty()
              ? RemoteCalls.over(open, tools.streams())
              : RemoteCalls.over(open, tools.streams(), hook -> Optional.empty());
      new AsyncRemotePluginHooks(calls, Disclosure.TO_PLUGIN)
          .implemented()
          .whenCompleteAsync(this::ready, tools.executor());
    }
  }

  private void ready(@Nullable List<String> names, @Nullable Throwable failure) {
    if (failure != null) {
      fail(
          "it does not say which hooks it implements: " + FailureCause.of(failure).getMessage(),
          FailureCause.of(failure));
      return;
    }
    Set<HookName> hooks = EnumSet.noneOf(HookName.class);
    List<String> unknown = new ArrayList<>();
    names.forEach(name -> HookName.of(name).ifPresentOrElse(hooks::add, () -> unknown.add(name)));
    LivePlugin live;
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
      stopClock();
      live =
          new LivePlugin(
              process,
              startedAt,
              new PluginConnection(plugin.id(), process.name(), channel, hooks, unknown),
              output.tail(),
              sockets);
    }
    result.complete(live);
  }

  private synchronized @Nullable OpenChannel channelUnlessOver() {
    return over ? null : channel;
  }

  private void stopClock() {
    if (overtime != null) {
      overtime.cancel();
    }
  }

  private void fail(String problem, @Nullable Throwable cause) {
    endWith(() -> new PluginStartException(plugin.id(), problem, output.tail().lines(), cause));
  }

  private void fail(PluginStartException failure) {
    endWith(() -> failure);
  }

  @SuppressWarnings("FutureReturnValueIgnored")
  private void endWith(Supplier<PluginStartException> failure) {
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
      stopClock();
      if (preparing != null) {
        preparing.interrupt();
      }
    }
    handshake.abandon("its start was given up");
    if (channel != null) {
      channel.close();
    }
    if (process == null) {
      // What prepares the start has been interrupted, and leaves nothing when it has ended.
      spawned.thenRunAsync(() -> end(failure), tools.executor());
      return;
    }
    process.kill();
    process
        .onExit()
        .whenCompleteAsync((code, unknown) -> afterOutput(() -> end(failure)), tools.executor());
  }

  private void end(Supplier<PluginStartException> failure) {
    if (process != null) {
      process.kill();
    }
    if (sockets != null) {
      sockets.remove();
    }
    result.completeExceptionally(failure.get());
  }

  @SuppressWarnings("FutureReturnValueIgnored")
  private void afterOutput(Runnable next) {
    CompletableFuture<Void> either = new CompletableFuture<>();
    Timers.Timer timer = tools.timers().after(OUTPUT_ENDS_WITHIN, () -> either.complete(null));
    outputEnd.thenAccept(either::complete);
    either.thenRunAsync(
        () -> {
          timer.cancel();
          next.run();
        },
        tools.executor());
  }

  private static Optional<SSLException> distrust(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException found) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }
}
