// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost",
        "http://LocalHost:8080/mcp",
        "http://127.0.0.1",
        "http://127.255.255.255:1",
        "http://[::1]",
        "http://[::1]:8080/mcp",
        "http://evil.com@localhost/"
      })
  void isLoopbackWhenHostIsThisMachineThenTrue(String url) {
    assertThat(Loopback.isLoopback(URI.create(url))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost.evil.com",
        "http://127.0.0.1.evil.com",
        "http://127.0.0.1.nip.io",
        "http://evil.com/localhost",
        "http://localhost@evil.com",
        "http://localhost:80@evil.com",
        "http://evil.com#localhost",
        "http://evil.com?localhost",
        "http://localhost.",
        "http://xlocalhost",
        "http://127.0.0.256",
        "http://127.0.0.010",
        "http://127.1",
        "http://2130706433",
        "http://0.0.0.0",
        "http://128.0.0.1",
        "http://10.127.0.1",
        "http://[::]",
        "http://[::2]",
        "http://[::ffff:7f00:1]",
        "http://local_host",
        "/localhost",
        "mailto:localhost"
      })
  void isLoopbackWhenHostIsAnyOtherThenFalse(String url) {
    assertThat(Loopback.isLoopback(URI.create(url))).isFalse();
  }
}
