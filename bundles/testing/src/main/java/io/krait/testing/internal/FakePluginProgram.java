package io.krait.testing.internal;

import io.krait.api.PluginApi;
import io.krait.api.PluginHooks;
import io.krait.protocol.BoundServer;
import io.krait.protocol.TransportSettings;
import io.krait.protocol.calls.RemoteCalls;
import io.krait.protocol.calls.RemotePluginApi;
import io.krait.protocol.calls.ServedInterface;
import io.krait.protocol.convert.Disclosure;
import io.krait.testing.FakePluginProcess;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** The process of a plugin that needs no Python. Its argument is the file with its script. */
public final class FakePluginProgram {

  private FakePluginProgram() {}

  /** Serves the hooks until the host is gone. */
  public static void main(String[] arguments) throws Exception {
    FakeScript script = FakeScript.read(Path.of(arguments[0]));
    ServedProcess process = new ServedProcess(script.lane());
    AtomicReference<BoundServer> server = new AtomicReference<>();
    PluginHooks hooks =
        hooks(
            script.hooks(),
            new Told(
                new RemotePluginApi(
                    RemoteCalls.over(process.api(), process.streams()), Disclosure.FULL),
                script.arguments(),
                server));
    server.set(
        process.serve(
            TransportSettings.defaults(),
            List.of(
                ServedInterface.of(
                    hooks,
                    process.streams(),
                    (method, reference, failure) -> failure.printStackTrace()))));
    process.announce(server.get(), "");
    process.awaitEnd();
    System.exit(0);
  }

  /** By the constructor that asks for most of what there is to be told. */
  private static PluginHooks hooks(String name, FakePluginProcess process) throws Exception {
    Class<? extends PluginHooks> type = Class.forName(name).asSubclass(PluginHooks.class);
    try {
      for (Constructor<?> constructor : type.getDeclaredConstructors()) {
        if (constructor.getParameterCount() <= 1) {
          constructor.setAccessible(true);
          Class<?>[] asked = constructor.getParameterTypes();
          if (asked.length == 0) {
            return type.cast(constructor.newInstance());
          }
          if (asked[0] == FakePluginProcess.class) {
            return type.cast(constructor.newInstance(process));
          }
          if (asked[0] == PluginApi.class) {
            return type.cast(constructor.newInstance(process.api()));
          }
        }
      }
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
    throw new IllegalStateException(
        name
            + " has no constructor with a FakePluginProcess, a PluginApi or nothing as its"
            + " parameter");
  }

  private record Told(PluginApi api, List<String> arguments, AtomicReference<BoundServer> server)
      implements FakePluginProcess {

    @Override
    public void setHealthy(boolean healthy) {
      BoundServer bound = server.get();
      if (bound == null) {
        throw new IllegalStateException("the process is asked for its health when it serves hooks");
      }
      bound.setServing(healthy);
    }
  }
}
