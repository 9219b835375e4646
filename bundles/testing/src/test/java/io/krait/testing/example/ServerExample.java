package io.krait.testing.example;

import static io.krait.testing.exam.KraitOptions.components;
import static io.krait.testing.exam.KraitOptions.fakeInterpreter;
import static io.krait.testing.exam.KraitOptions.hostKit;
import static io.krait.testing.exam.KraitOptions.krait;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ops4j.pax.exam.CoreOptions.junitBundles;
import static org.ops4j.pax.exam.CoreOptions.options;

import io.krait.api.Bytes;
import io.krait.api.PluginApi;
import io.krait.api.management.ManagementException;
import io.krait.api.model.MessageWillBePostedResult;
import io.krait.api.model.PluginContext;
import io.krait.api.model.Post;
import io.krait.testing.FakePlugin;
import io.krait.testing.KraitServer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;

/** Of the Javadoc; the tests of the example of a host start such a server. */
public class ServerExample {

  private final Map<String, Bytes> entries = new ConcurrentHashMap<>();

  static FakePlugin plugin() {
    FakePlugin plugin =
        FakePlugin.builder("com.example.polite")
            .hooks(PolitePlugin.class, "please")
            .setting("Loud", "bool", false)
            .file("public/logo.txt", "a hat")
            .build();
    return plugin;
  }

  void aServer() throws ManagementException {
    FakePlugin plugin = plugin();
    PluginApi api =
        new PluginApi() {
          @Override
          public String getServerVersion() {
            return "10.0.0";
          }

          @Override
          public void kvSet(String key, Bytes value) {
            entries.put(key, value);
          }
        };

    try (KraitServer server = KraitServer.start(hosted -> api)) {
      server.run(plugin);

      MessageWillBePostedResult result =
          server
              .hooks()
              .blocking()
              .messageWillBePosted(
                  PluginContext.builder().build(), Post.builder().message("Tea").build());

      assertThat(result.modifiedPost().map(Post::message)).contains("Tea, please");
      assertThat(entries).containsEntry("last", Bytes.utf8("Tea"));
    }
  }

  @Configuration
  public Option[] container() {
    return options(components(), krait(), hostKit(), fakeInterpreter(), junitBundles());
  }
}
