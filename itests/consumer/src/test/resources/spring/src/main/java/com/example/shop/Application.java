package com.example.shop;

import io.krait.api.HookDispatcher;
import io.krait.api.management.PluginManager;
import io.krait.api.model.PluginContext;
import io.krait.api.model.Post;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A shop whose greeting plugins may change. The archives that it is called with are installed. */
@SpringBootApplication
@RestController
public class Application implements ApplicationRunner {
  private final HookDispatcher hooks;
  private final PluginManager plugins;

  Application(HookDispatcher hooks, PluginManager plugins) {
    this.hooks = hooks;
    this.plugins = plugins;
  }

  public static void main(String[] args) {
    SpringApplication.run(Application.class, args);
  }

  @Override
  public void run(ApplicationArguments arguments) throws Exception {
    for (String archive : arguments.getNonOptionArgs()) {
      try (InputStream content = Files.newInputStream(Path.of(archive))) {
        plugins.enable(plugins.install(content, true).get().id()).get();
      }
    }
  }

  @GetMapping("/greeting")
  String greeting(@RequestParam String text) {
    Post said = Post.builder().message(text).build();
    return hooks.blocking()
        .messageWillBePosted(PluginContext.builder().build(), said)
        .modifiedPost()
        .orElse(said)
        .message();
  }
}
