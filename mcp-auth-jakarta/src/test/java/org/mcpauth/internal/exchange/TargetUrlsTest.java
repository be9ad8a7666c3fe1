// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.TokenExchange.Target;
import org.mcpauth.internal.settings.ExchangeTarget;

/** Which target a URL leads to. */
class TargetUrlsTest {

  private final TargetUrls urls =
      new TargetUrls(
          List.of(
              target("https://calendar.example.com", "calendar"),
              target("https://api.example.com/mail", "mail"),
              target("https://api.example.com/mail/archive/", "archive"),
              target("https://other.example.com:8443/", "other")));

  private static ExchangeTarget target(String url, String audience) {
    return new ExchangeTarget(URI.create(url), Target.of(audience));
  }

  @ParameterizedTest
  @CsvSource({
    "https://calendar.example.com,calendar",
    "https://calendar.example.com/,calendar",
    "https://calendar.example.com/a/b?c=d,calendar",
    "https://calendar.example.com:443/a,calendar",
    "HTTPS://CALENDAR.example.com/a,calendar",
    "https://api.example.com/mail,mail",
    "https://api.example.com/mail/,mail",
    "https://api.example.com/mail/archives,mail",
    "https://api.example.com/mail/archive,archive",
    "https://api.example.com/mail/archive/2026?q=1,archive",
    "https://api.example.com/mail/a%2Fb,mail",
    "https://other.example.com:8443/x,other"
  })
  void findWhenUrlIsBelowThenTheLongestCounts(String url, String audience) {
    assertThat(urls.find(URI.create(url))).isEqualTo(Optional.of(Target.of(audience)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://calendar.example.com/",
        "https://calendar.example.com:8443/",
        "https://calendar.example.com.evil.example/",
        "https://evil.example/calendar.example.com",
        "https://calendar.example.com@evil.example/",
        "https://user@calendar.example.com/",
        "https://api.example.com/",
        "https://api.example.com/mailbox",
        "https://api.example.com/mail/../admin",
        "https://api.example.com/mail/%2e%2e/admin",
        "https://api.example.com/mail/..%2fadmin",
        "https://api.example.com/mail/..%5cadmin",
        "https://api.example.com/mail/..;a=b/admin",
        "https://other.example.com/x",
        "/mail",
        "mailto:alice@example.com"
      })
  void findWhenUrlLeadsElsewhereThenNone(String url) {
    assertThat(urls.find(URI.create(url))).isEmpty();
  }
}
