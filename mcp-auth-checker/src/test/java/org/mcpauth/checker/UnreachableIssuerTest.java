// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mcpauth.checker.options.CheckOptions;

class UnreachableIssuerTest {

  @Test
  void checkWhenServerHangsThenUnreachable() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      String issuer = "http://localhost:" + silent.getLocalPort();
      AuthorizationServerChecker checker =
          new AuthorizationServerChecker(
              CheckOptions.defaults().withTimeout(Duration.ofMillis(150)));
      assertThatThrownBy(() -> checker.check(issuer))
          .isInstanceOf(IssuerUnreachableException.class)
          .hasMessage(
              issuer
                  + "/.well-known/oauth-authorization-server: no complete answer within 150 ms; "
                  + issuer
                  + "/.well-known/openid-configuration: no complete answer within 150 ms");
    }
  }

  @Test
  void checkWhenBodyNeverEndsThenUnreachable() throws IOException {
    try (EndlessServer endless = new EndlessServer()) {
      AuthorizationServerChecker checker =
          new AuthorizationServerChecker(
              CheckOptions.defaults().withTimeout(Duration.ofMillis(500)));
      assertThatThrownBy(() -> checker.check(endless.issuer()))
          .isInstanceOf(IssuerUnreachableException.class)
          .hasMessageContaining("no complete answer within 500 ms");
    }
  }

  @Test
  void checkWhenNobodyListensThenUnreachable() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    AuthorizationServerChecker checker = new AuthorizationServerChecker(CheckOptions.defaults());
    assertThatThrownBy(() -> checker.check("http://127.0.0.1:" + port))
        .isInstanceOf(IssuerUnreachableException.class)
        .hasMessageContaining("oauth-authorization-server: the connection is refused");
  }
}
