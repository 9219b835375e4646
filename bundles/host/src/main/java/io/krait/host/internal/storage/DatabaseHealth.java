package io.krait.host.internal.storage;

import io.krait.api.AppError;
import io.krait.api.HostHealth;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says whether the database answers. */
@Component(service = HostHealth.class)
public final class DatabaseHealth implements HostHealth {

  private final Database database;

  /** Of the database that is open. */
  @Activate
  public DatabaseHealth(@Reference HostDatabase opened) {
    this(opened.database());
  }

  DatabaseHealth(Database database) {
    this.database = database;
  }

  @Override
  public Optional<String> problem() {
    try {
      database.probe();
      return Optional.empty();
    } catch (AppError failure) {
      return Optional.of("the database does not answer: the server's log tells why");
    }
  }
}
