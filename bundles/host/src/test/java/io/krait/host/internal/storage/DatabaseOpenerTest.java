package io.krait.host.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.testing.Answering;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

class DatabaseOpenerTest {

  @TempDir Path folder;

  private final List<HostDatabase> offered = new ArrayList<>();
  private final BundleContext context =
      Answering.service(
          BundleContext.class,
          Map.of(
              "registerService",
              asked -> {
                HostDatabase database = (HostDatabase) asked[1];
                offered.add(database);
                return Answering.service(
                    ServiceRegistration.class,
                    Map.of("unregister", nothing -> offered.remove(database)));
              },
              "getProperty",
              asked -> folder.resolve("server").toString()));

  @Test
  void withoutAFolderOfItsOwnItIsInThatOfTheServer() {
    DatabaseOpener opener = new DatabaseOpener(context, new Written(Path.of("data"), "", false));

    assertThat(offered.get(0).settings().dataFolder()).isEqualTo(folder.resolve("server/host"));
    opener.close();
  }

  @Test
  void theDatabaseIsOfferedWhileItIsOpen() {
    DatabaseOpener opener = new DatabaseOpener(context, new Written(folder, "", false));

    assertThat(offered).hasSize(1);

    opener.close();
    assertThat(offered).isEmpty();
    new HostDatabase(TestSettings.in(folder)).close();
  }

  @Test
  void itIsOpenedAnewForOtherSettingsAlone() {
    DatabaseOpener opener = new DatabaseOpener(context, new Written(folder, "", false));
    HostDatabase first = offered.get(0);

    opener.modified(new Written(folder, "", false));
    assertThat(offered).containsExactly(first);

    opener.modified(new Written(folder, "", true));
    assertThat(offered).hasSize(1).doesNotContain(first);
    assertThat(offered.get(0).settings().openSignUp()).isTrue();
    opener.close();
  }

  @Test
  void oneThatCannotBeOpenedIsALineOfTheLogAndTriedAgainWhenTheSettingsAreWritten() {
    List<String> lines = new ArrayList<>();
    Logger logger = Logger.getLogger(DatabaseOpener.class.getName());
    logger.setFilter(record -> lines.add(record.getLevel() + " " + record.getMessage()));
    HostDatabase other = new HostDatabase(TestSettings.in(folder));
    try {
      DatabaseOpener opener = new DatabaseOpener(context, new Written(folder, "", false));
      assertThat(offered).isEmpty();
      assertThat(lines).singleElement().asString().startsWith("SEVERE cannot use data folder ");

      other.close();
      opener.modified(new Written(folder, "", false));
      assertThat(offered).hasSize(1);
      opener.close();
    } finally {
      logger.setFilter(null);
    }
  }

  /** What the container makes of what an administrator has written. */
  @SuppressWarnings("BadAnnotationImplementation")
  private record Written(Path folder, String jdbc_url, boolean open_sign_up)
      implements HostConfiguration {
    @Override
    public String site_url() {
      return "";
    }

    @Override
    public String data_folder() {
      return folder.toString();
    }

    @Override
    public String jdbc_user() {
      return "";
    }

    @Override
    public String jdbc_password() {
      return "";
    }

    @Override
    public String jdbc_password_file() {
      return "";
    }

    @Override
    public String file_store() {
      return "folder";
    }

    @Override
    public boolean jdbc_copy() {
      return false;
    }

    @Override
    public int jdbc_connections() {
      return 2;
    }

    @Override
    public boolean cluster_enabled() {
      return false;
    }

    @Override
    public String cluster_node() {
      return "";
    }

    @Override
    public int max_file_mebibytes() {
      return 1;
    }

    @Override
    public Class<? extends Annotation> annotationType() {
      return HostConfiguration.class;
    }
  }
}
