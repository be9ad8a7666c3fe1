// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.introspection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.internal.issuer.TestIssuer;
import org.mcpauth.internal.jose.SigningKey;
import org.mcpauth.internal.settings.MutableClock;

class ForeignTokensTest {

  private final ForeignTokens foreign = new ForeignTokens(TestIssuer.ISSUER);
  private final TestIssuer issuer = new TestIssuer(SigningKey.P256);
  private final MutableClock clock = new MutableClock();

  @ParameterizedTest
  @ValueSource(
      strings = {"https://other.example.com", "https://issuer.example.com/", "HTTPS://a", ""})
  void testWhenJwtNamesAnotherIssuerThenForeign(String other) {
    assertThat(foreign.test(issuer.token(clock).claim("iss", other).sign())).isTrue();
  }

  @Test
  void testWhenIssuerIsNoTextThenForeign() {
    assertThat(foreign.test(issuer.token(clock).claim("iss", 1).sign())).isTrue();
  }

  @Test
  void testWhenJwtNamesThisIssuerOrNoneThenNotForeign() {
    assertThat(foreign.test(issuer.token(clock).sign())).isFalse();
    assertThat(foreign.test(issuer.token(clock).without("iss").sign())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "opaque", "a.b.c", "..", "gho_16C7e42F292c6912E7710c838347Ae178B4a"})
  void testWhenOpaqueThenNotForeign(String token) {
    assertThat(foreign.test(token)).isFalse();
  }
}
