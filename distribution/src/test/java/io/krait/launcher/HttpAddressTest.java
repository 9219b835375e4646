package io.krait.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class HttpAddressTest {

  @Test
  void aTakenPortIsToldBeforeTheStart() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      HttpAddress address = new HttpAddress("127.0.0.1", taken.getLocalPort());

      assertThatThrownBy(address::check)
          .isInstanceOf(StartException.class)
          .hasMessageStartingWith("port %d of 127.0.0.1".formatted(taken.getLocalPort()))
          .hasMessageContaining("--http-port");
      taken.close();
      address.check();
    }
  }

  @Test
  void theUrlIsOneThatPeopleOnThisMachineCanUse() {
    assertThat(new HttpAddress("127.0.0.1", 80).url()).isEqualTo("http://localhost:80");
    assertThat(new HttpAddress("0.0.0.0", 80).url()).isEqualTo("http://localhost:80");
    assertThat(new HttpAddress("::1", 80).url()).isEqualTo("http://[::1]:80");
    assertThat(new HttpAddress("chat.example.com", 80).url())
        .isEqualTo("http://chat.example.com:80");
  }
}
