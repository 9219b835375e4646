package io.krait.itests.talk;

import io.grpc.ServerServiceDefinition;
import io.krait.api.AppError;
import io.krait.api.PluginApi;
import io.krait.api.PluginHooks;
import io.krait.api.model.MessageWillBePostedResult;
import io.krait.api.model.PluginContext;
import io.krait.api.model.Post;
import io.krait.api.model.User;
import io.krait.protocol.AccessToken;
import io.krait.protocol.ChannelFactory;
import io.krait.protocol.Endpoint;
import io.krait.protocol.FlowCalls;
import io.krait.protocol.ServerFactory;
import io.krait.protocol.TransportRuntime;
import io.krait.protocol.TransportSettings;
import io.krait.protocol.calls.RemoteCalls;
import io.krait.protocol.calls.RemotePluginApi;
import io.krait.protocol.calls.RemotePluginHooks;
import io.krait.protocol.calls.ServedInterface;
import io.krait.protocol.calls.UnexpectedFailures;
import io.krait.protocol.convert.Disclosure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/**
 * The activator of a bundle that is host and plugin at once: it serves a plugin API and a plugin's
 * hooks on a unix socket and on a TCP port, and calls them there. It offers three functions, each
 * of which takes {@code unix} or {@code tcp}: {@code api} and {@code hooks} make a call and return
 * its result, {@code error} makes one that fails and returns the error.
 */
public final class ProtocolTalk implements BundleActivator {
  private Path folder;
  private TransportRuntime runtime;

  @Override
  public void start(BundleContext context) throws Exception {
    // Not in the folder for temporary files, whose path may be too long for a socket's.
    folder = Files.createTempDirectory(Path.of("/tmp"), "talk");
    runtime = TransportRuntime.create();
    var streams = new FlowCalls(runtime);
    var servers = new ServerFactory(runtime, TransportSettings.defaults());
    var channels = new ChannelFactory(runtime, TransportSettings.defaults());
    var token = AccessToken.random(new SecureRandom());

    var unix = servers.start(Endpoint.unix(folder.resolve("socket")), served(streams));
    var tcp = servers.start(Endpoint.loopback(), served(streams), token);
    var calls =
        Map.of(
            "unix", RemoteCalls.over(channels.open(unix.endpoint()), streams),
            "tcp", RemoteCalls.over(channels.open(tcp.endpoint(), token), streams));

    offer(context, "api", transport -> username(calls.get(transport), "kaa"));
    offer(context, "error", transport -> errorOf(calls.get(transport)));
    offer(context, "hooks", transport -> posted(calls.get(transport)));
  }

  private static List<ServerServiceDefinition> served(FlowCalls streams) {
    UnexpectedFailures failures = (method, reference, failure) -> failure.printStackTrace();
    return List.of(
        ServedInterface.of(new Users(), streams, failures),
        ServedInterface.of(new Shouting(), streams, failures));
  }

  private static void offer(BundleContext context, String talk, Function<String, String> function) {
    context.registerService(
        Function.class, function, FrameworkUtil.asDictionary(Map.of("talk", talk)));
  }

  private static String username(RemoteCalls calls, String id) {
    return new RemotePluginApi(calls, Disclosure.FULL).getUser(id).username();
  }

  private static String errorOf(RemoteCalls calls) {
    try {
      return username(calls, "nobody");
    } catch (AppError error) {
      return error.statusCode() + " " + error.id();
    }
  }

  private static String posted(RemoteCalls calls) {
    return new RemotePluginHooks(calls, Disclosure.TO_PLUGIN)
        .messageWillBePosted(
            PluginContext.builder().build(), Post.builder().message("trust in me").build())
        .modifiedPost()
        .orElseThrow()
        .message();
  }

  @Override
  public void stop(BundleContext context) throws Exception {
    runtime.close();
    // Fails if the socket is still there.
    Files.delete(folder);
  }

  private static final class Users implements PluginApi {
    @Override
    public User getUser(String id) {
      if (!id.equals("kaa")) {
        throw AppError.builder().id("app.user.missing").statusCode(404).build();
      }
      return User.builder().id(id).username("Kaa").build();
    }
  }

  private static final class Shouting implements PluginHooks {
    @Override
    public MessageWillBePostedResult messageWillBePosted(PluginContext context, Post post) {
      return MessageWillBePostedResult.builder()
          .modifiedPost(post.toBuilder().message(post.message() + "!").build())
          .build();
    }
  }
}
