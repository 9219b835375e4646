package io.krait.runtime.internal.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.testing.Answering;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

class RuntimeConfiguratorTest {

  @TempDir Path folder;

  private final List<RuntimeSettings> offered = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private final Logger logger = Logger.getLogger(RuntimeConfigurator.class.getName());

  @BeforeEach
  void listen() {
    logger.setFilter(record -> lines.add(record.getLevel() + " " + record.getMessage()));
  }

  @AfterEach
  void listenNoLonger() {
    logger.setFilter(null);
  }

  @Test
  void theFolderOfTheConfigurationComesBeforeThatOfTheFramework() {
    new RuntimeConfigurator(context("other"), new Written(folder.resolve("chosen"), 8));

    assertThat(offered).singleElement().satisfies(this::isChosen);
    assertThat(folder.resolve("chosen")).isDirectory();
  }

  private void isChosen(RuntimeSettings settings) {
    assertThat(settings.pluginsFolder()).isEqualTo(folder.resolve("chosen"));
  }

  @Test
  void withoutOneThatOfTheFrameworkIsUsedAndThenThatOfTheBundle() {
    new RuntimeConfigurator(context("framework"), new Written(Path.of(""), 8));
    new RuntimeConfigurator(context(""), new Written(Path.of(""), 8));

    assertThat(offered)
        .extracting(RuntimeSettings::pluginsFolder)
        .containsExactly(folder.resolve("framework"), folder.resolve("bundle/plugins"));
  }

  @Test
  void theSettingsAreOthersOnlyWhenOneIs() {
    RuntimeConfigurator configurator = new RuntimeConfigurator(context(""), new Written(folder, 8));
    RuntimeSettings first = offered.get(0);

    configurator.modified(new Written(folder, 8));
    assertThat(offered).singleElement().isSameAs(first);

    configurator.modified(new Written(folder, 0));
    assertThat(offered).singleElement().isNotSameAs(first);
    assertThat(offered.get(0).threads()).isOne();

    configurator.withdraw();
    assertThat(offered).isEmpty();
  }

  @Test
  void aFolderThatCannotBeMadeIsALineOfTheLogUntilThereIsAnother() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    RuntimeConfigurator configurator = new RuntimeConfigurator(context(""), new Written(folder, 8));

    configurator.modified(new Written(file.resolve("plugins"), 8));

    assertThat(offered).isEmpty();
    assertThat(lines)
        .singleElement()
        .asString()
        .startsWith("SEVERE cannot make the plugin folder " + file.resolve("plugins"))
        .contains("plugins.folder of io.krait.runtime")
        .doesNotContain("\n");

    configurator.modified(new Written(folder, 8));
    assertThat(offered).hasSize(1);
  }

  @Test
  void aFolderMayBeALink() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(real()));

    new RuntimeConfigurator(context(""), new Written(link, 8));

    assertThat(offered).extracting(RuntimeSettings::pluginsFolder).containsExactly(link);
  }

  private Path real() {
    return folder.resolve("real");
  }

  private BundleContext context(String property) {
    return Answering.service(
        BundleContext.class,
        Map.of(
            "getProperty",
            asked -> property.isEmpty() ? null : folder.resolve(property).toString(),
            "getDataFile",
            asked -> folder.resolve("bundle").resolve((String) asked[0]).toFile(),
            "registerService",
            asked -> {
              RuntimeSettings settings = (RuntimeSettings) asked[1];
              offered.add(settings);
              return Answering.service(
                  ServiceRegistration.class,
                  Map.of("unregister", nothing -> offered.remove(settings)));
            }));
  }

  /** What the container makes of what an administrator has written. */
  @SuppressWarnings("BadAnnotationImplementation")
  private record Written(Path folder, int threads) implements RuntimeConfiguration {

    @Override
    public String plugins_folder() {
      return folder.toString();
    }

    @Override
    public int hook_seconds() {
      return 30;
    }

    @Override
    public String log_level() {
      return "INFO";
    }

    @Override
    public int drain_seconds() {
      return 5;
    }

    @Override
    public int stop_seconds() {
      return 30;
    }

    @Override
    public boolean cluster_rolling() {
      return true;
    }

    @Override
    public boolean cluster_stop_at_failure() {
      return false;
    }

    @Override
    public int cluster_poll_seconds() {
      return 10;
    }

    @Override
    public Class<? extends Annotation> annotationType() {
      return RuntimeConfiguration.class;
    }
  }
}
