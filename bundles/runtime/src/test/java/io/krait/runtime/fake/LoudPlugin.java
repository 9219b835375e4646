package io.krait.runtime.fake;

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
import io.krait.testing.FakePlugin;
import io.krait.testing.FakePluginProcess;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A plugin that needs no Python: it makes messages louder, and behaves in other ways where it is
 * told so by a word.
 */
public final class LoudPlugin implements PluginHooks {

  private final List<String> words;
  private final PluginApi api;
  private final AtomicBoolean configured = new AtomicBoolean();

  LoudPlugin(FakePluginProcess process) {
    words = process.arguments();
    api = process.api();
    if (words.contains("exits")) {
      System.err.println("[ERROR] there is a module missing");
      System.exit(3);
    }
  }

  /** The plugin, told some words; it talks on the lane, and with the word {@code grpc} by gRPC. */
  public static FakePlugin.Builder plugin(String id, String version, String... words) {
    FakePlugin.Builder plugin =
        FakePlugin.builder(id).version(version).hooks(LoudPlugin.class, words);
    return List.of(words).contains("grpc") ? plugin.overGrpc() : plugin;
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
