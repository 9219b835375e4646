package io.krait.host.internal.storage;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/** Brings a database to the form that this version of the host works with. */
final class Migrations {

  /**
   * Named rather than searched for: a framework's class loaders have no folders to look into. A
   * script that has been released never changes; a change is a new script.
   */
  private static final List<String> SCRIPTS = List.of("V1__chat.sql", "V2__files.sql");

  private Migrations() {}

  /**
   * Runs the scripts that have not run here yet.
   *
   * @throws org.flywaydb.core.api.FlywayException where one fails or the database is of a newer
   *     version
   */
  static void run(DataSource source) {
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(source)
        .resourceProvider(new OwnScripts())
        .javaMigrationClassProvider(List::of)
        .communityDBSupportEnabled(false)
        .load()
        .migrate();
  }

  private static final class OwnScripts implements ResourceProvider {
    @Override
    public LoadableResource getResource(String name) {
      return SCRIPTS.contains(name) ? new Script(name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      return SCRIPTS.stream()
          .filter(name -> name.startsWith(prefix) && List.of(suffixes).contains(".sql"))
          .<LoadableResource>map(Script::new)
          .toList();
    }
  }

  private static final class Script extends LoadableResource {
    private final String name;

    Script(String name) {
      this.name = name;
    }

    @Override
    public Reader read() {
      InputStream stream = Migrations.class.getResourceAsStream(name);
      if (stream == null) {
        throw new IllegalStateException("the bundle lacks its script " + name);
      }
      return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }

    @Override
    public String getAbsolutePath() {
      return name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return name;
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public String getRelativePath() {
      return name;
    }
  }
}
