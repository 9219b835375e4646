package io.krait.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.api.management.ManagementException;
import io.krait.api.management.PluginState;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class PluginsInMemoryTest {

  @Test
  void whatIsAskedIsDoneAtOnceAndWrittenDown() {
    PluginsInMemory plugins = new PluginsInMemory();
    plugins.put(PluginsInMemory.plugin("com.example.hello", "1.0.0", PluginState.DISABLED));

    plugins.enable("com.example.hello").join();

    assertThat(plugins.find("com.example.hello").orElseThrow().state())
        .isEqualTo(PluginState.RUNNING);
    assertThat(plugins.asked()).containsExactly("enable com.example.hello");
  }

  @Test
  void anArchiveIsInstalledAsItsManifestSays() {
    PluginsInMemory plugins = new PluginsInMemory();

    plugins
        .install(FakePlugin.builder("com.example.hello").version("2.1.0").build().archive(), false)
        .join();

    assertThat(plugins.find("com.example.hello").orElseThrow().version()).isEqualTo("2.1.0");
    assertThat(plugins.asked()).containsExactly("install com.example.hello 2.1.0");
  }

  @Test
  void whatIsNoArchiveOrIsThereAlreadyIsRefused() {
    PluginsInMemory plugins = new PluginsInMemory();
    FakePlugin plugin = FakePlugin.builder("com.example.hello").build();
    plugins.install(plugin.archive(), false).join();

    assertThatThrownBy(() -> plugins.install(plugin.archive(), false).join())
        .hasCauseInstanceOf(ManagementException.class)
        .hasMessageContaining("there is a plugin com.example.hello already");
    assertThatThrownBy(() -> plugins.install(InputStream.nullInputStream(), true).join())
        .hasMessageContaining("the archive is no plugin");
  }
}
