package io.krait.host.internal.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.model.Status;
import io.krait.api.model.User;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusesTest {

  private final List<String> told = new CopyOnWriteArrayList<>();
  @AutoClose private TestHost host;
  private Statuses statuses;
  private User ann;

  @BeforeEach
  void open(@TempDir Path folder) {
    host =
        new TestHost(
            folder,
            new HostHooks() {
              @Override
              public void statusHasChanged(Status status) {
                told.add(status.status());
              }
            });
    statuses = host.services().statuses();
    ann = host.user("ann");
  }

  @Test
  void aUserIsOnlineWhileActiveAwayWhenIdleAndOfflineWhenGone() {
    statuses.active(ann.id());
    statuses.active(ann.id());
    assertThat(status()).isEqualTo("online");

    host.later(Statuses.IDLE.plusSeconds(1));
    statuses.sweep(user -> true);
    statuses.sweep(user -> true);
    assertThat(status()).isEqualTo("away");

    statuses.active(ann.id());
    statuses.gone(ann.id());
    assertThat(status()).isEqualTo("offline");
    assertThat(told).containsExactly("online", "away", "online", "offline");
  }

  @Test
  void whoIsIdleAndNotConnectedIsOffline() {
    statuses.active(ann.id());

    host.later(Statuses.IDLE.plusSeconds(1));
    statuses.sweep(user -> false);

    assertThat(status()).isEqualTo("offline");
  }

  @Test
  void whatWasSetByHandStays() {
    statuses.set(ann.id(), "dnd");

    statuses.active(ann.id());
    host.later(Statuses.IDLE.plusSeconds(1));
    statuses.sweep(user -> true);
    statuses.gone(ann.id());

    assertThat(status()).isEqualTo("dnd");
  }

  private String status() {
    return statuses.get(ann.id()).status();
  }
}
