// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mcpauth.devserver.DevAuthorizationServer;
import org.mcpauth.devserver.TokenMinter;

@ExtendWith(DevAuthorizationServerExtension.class)
class DevAuthorizationServerExtensionTest {

  private static int port;

  @BeforeAll
  static void remember(DevAuthorizationServer server) {
    port = server.port();
  }

  @Test
  void resolveWhenTestMethodThenServerOfTheClass(DevAuthorizationServer server) {
    assertThat(server.port()).isEqualTo(port).isPositive();
  }

  @Test
  void resolveWhenMinterThenMintsForThatServer(TokenMinter tokens, DevAuthorizationServer server) {
    assertThat(tokens).isSameAs(server.tokens());
  }

  @Test
  void serverWhenNotRunningThenSaysSo() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new DevAuthorizationServerExtension().server());
  }

  @Nested
  class Inside {

    @Test
    void resolveWhenNestedThenServerOfTheOuterClass(DevAuthorizationServer server) {
      assertThat(server.port()).isEqualTo(port);
    }
  }
}
