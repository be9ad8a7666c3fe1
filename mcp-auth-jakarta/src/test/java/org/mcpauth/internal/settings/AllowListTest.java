// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TR-1: which {@code Origin} and {@code Host} are let in. */
class AllowListTest {

  private static final AllowList LOOPBACK = new AllowList(false, true, Set.of());
  private static final AllowList LISTED =
      new AllowList(false, false, Set.of("https://App.example.com", "api.example.com:8443"));

  @ParameterizedTest
  @ValueSource(
      strings = {"https://app.example.com", "HTTPS://APP.EXAMPLE.COM", "api.example.com:8443"})
  void allowsWhenValueIsListedThenTrueInAnyCase(String value) {
    assertThat(LISTED.allows(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "http://app.example.com",
        "https://app.example.com:443",
        "https://app.example.com/",
        "https://app.example.com.evil.com",
        "https://xapp.example.com",
        "https://user@app.example.com",
        "api.example.com",
        "api.example.com:443",
        "http://localhost"
      })
  void allowsWhenValueIsNotListedThenFalse(String value) {
    assertThat(LISTED.allows(value)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:8080",
        "127.0.0.1:8080",
        "[::1]",
        "[::1]:8080",
        "http://localhost",
        "https://localhost:6274",
        "http://127.0.0.2:1",
        "http://[::1]:8080"
      })
  void allowsWhenLoopbackIsLetInThenWhateverItsPort(String value) {
    assertThat(LOOPBACK.allows(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "localhost.evil.com",
        "127.0.0.1.evil.com",
        "evil.com:80",
        "http://localhost.evil.com",
        "http://127.0.0.1.evil.com:80",
        "http://localhost@evil.com",
        "http://evil.com@localhost",
        "localhost@evil.com",
        "http://localhost/",
        "http://localhost/x",
        "http://localhost?x",
        "http://localhost#x",
        "localhost?x",
        "evil.com#@localhost",
        "evil.com/localhost",
        "[::2]",
        "http://localhost http://evil.com",
        "ftp://localhost",
        "file://localhost",
        "chrome-extension://localhost",
        "evil:x://localhost",
        "://localhost",
        "http://",
        "http:////localhost"
      })
  void allowsWhenLoopbackIsLetInThenNothingThatOnlyLooksLikeIt(String value) {
    assertThat(LOOPBACK.allows(value)).isFalse();
  }

  @Test
  void allowsWhenAnyThenTrue() {
    assertThat(AllowList.ANY.allows("https://evil.com")).isTrue();
  }
}
