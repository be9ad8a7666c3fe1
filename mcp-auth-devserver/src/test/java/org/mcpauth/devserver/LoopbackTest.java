// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "::",
        "192.168.0.1",
        "example.org",
        "127.0.0.1.example.org",
        "localhost.example.org",
        "10.127.0.1",
        ""
      })
  void startWhenHostNotLoopbackThenRefuses(String host) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DevAuthorizationServer.builder().port(0).host(host).start())
        .withMessageContaining("loopback only");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "127.0.0.2"})
  void startWhenHostLoopbackThenListensThere(String host) {
    try (DevAuthorizationServer server =
        DevAuthorizationServer.builder().port(0).host(host).start()) {
      assertThat(server.issuer()).hasToString("http://" + host + ":" + server.port());
      assertThat(new TestClient(server).get("/jwks").status()).isEqualTo(200);
    }
  }

  @Test
  void startWhenPortInUseThenOneLineNamesIt() {
    try (DevAuthorizationServer first = DevAuthorizationServer.builder().port(0).start()) {
      DevAuthorizationServerBuilder second = DevAuthorizationServer.builder().port(first.port());

      assertThatExceptionOfType(UncheckedIOException.class)
          .isThrownBy(second::start)
          .withMessageStartingWith("port " + first.port() + " is in use")
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }
  }

  @Test
  void stopWhenCalledThenPortIsFreeAgain() {
    DevAuthorizationServer first = DevAuthorizationServer.builder().port(0).start();
    int port = first.port();
    first.stop();

    try (DevAuthorizationServer second = DevAuthorizationServer.builder().port(port).start()) {
      assertThat(second.port()).isEqualTo(port);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65536})
  void portWhenOutOfRangeThenRefuses(int port) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DevAuthorizationServer.builder().port(port));
  }
}
