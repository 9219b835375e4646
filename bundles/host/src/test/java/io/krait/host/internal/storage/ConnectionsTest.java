package io.krait.host.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConnectionsTest {

  private static final SQLException FAILURE = new SQLException("it is away", "08006");

  private final AtomicLong clock = new AtomicLong();
  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch ends = new CountDownLatch(1);
  private final CountDownLatch hanging = new CountDownLatch(1);
  private volatile boolean away;
  private final Connections connections =
      new Connections(
          Engine.POSTGRESQL,
          Engine.CLUSTER,
          server(Engine.POSTGRESQL.source(PostgresServer.shared().emptyDatabase())),
          2,
          clock::get);

  @AfterEach
  void close() {
    ends.countDown();
    connections.close();
  }

  private DataSource server(DataSource there) {
    return (DataSource)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              if (away && method.getName().equals("getConnection")) {
                asked.incrementAndGet();
                if (Thread.currentThread().getName().contains("adder")) {
                  saysNothing();
                }
                throw FAILURE;
              }
              try {
                return method.invoke(there, arguments);
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            });
  }

  private void saysNothing() {
    hanging.countDown();
    while (true) {
      try {
        ends.await();
        return;
      } catch (InterruptedException isNotNoticed) {
        // As somebody who waits for the network.
      }
    }
  }

  @Test
  void aServerThatHasBeenAwayForLongIsAskedEachSecondAllTheSame() throws Exception {
    away = true;
    assertThat(connections.isOpenAfter(FAILURE)).isFalse();
    for (int second = 0; second < 100; second++) {
      clock.addAndGet(Duration.ofSeconds(1).toNanos());
      int before = asked.get();
      assertThatThrownBy(connections::open).isInstanceOf(SQLException.class);
      assertThat(asked).hasValueGreaterThan(before);
      assertThatThrownBy(connections::open).hasMessageContaining("closed");
    }

    away = false;
    clock.addAndGet(Duration.ofSeconds(1).toNanos());

    connections.open().close();
  }

  @Test
  void aServerThatIsBackIsUsedWhileConnectionsOfBeforeAreStillBeingMade() throws Exception {
    Connection broken = connections.open();
    away = true;
    broken.abort(Runnable::run);
    assertThatThrownBy(broken::close).isInstanceOf(SQLException.class);
    hanging.await();
    assertThat(connections.isOpenAfter(FAILURE)).isFalse();
    away = false;
    clock.addAndGet(Duration.ofSeconds(1).toNanos());

    connections.open().close();

    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .contains("krait-host-database-close");
  }

  @Test
  void whoLooksForTheServerWaitsNoLongerThanItsSettingsSay() throws Exception {
    DataSource source = Engine.POSTGRESQL.source(PostgresServer.shared().emptyDatabase());
    int before = source.getLoginTimeout();

    new Connections(Engine.POSTGRESQL, Engine.CLUSTER, source, 2, clock::get).close();

    assertThat(source.getLoginTimeout()).isEqualTo(before);
  }
}
