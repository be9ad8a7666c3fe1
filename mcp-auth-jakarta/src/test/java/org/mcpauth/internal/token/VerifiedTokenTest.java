// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mcpauth.AccessToken;
import org.mcpauth.Scopes;
import org.mcpauth.internal.issuer.TestIssuer;
import org.mcpauth.internal.jose.SigningKey;
import org.mcpauth.internal.jose.TokenBuilder;
import org.mcpauth.internal.settings.MutableClock;
import org.mcpauth.internal.settings.TestSettings;

class VerifiedTokenTest {

  private final TestIssuer issuer = new TestIssuer(SigningKey.RSA);
  private final Door door = Door.of(issuer);

  @Test
  void scopesWhenScopeStringThenSplitAtSpaces() {
    assertThat(token("scope", "notes:read notes:write").scopes())
        .containsExactly("notes:read", "notes:write");
    assertThat(token("scope", " a  b ").scopes()).containsExactly("a", "b");
    assertThat(token("scope", "").scopes()).isEmpty();
  }

  @Test
  void scopesWhenScpThenReadAsStringOrArray() {
    assertThat(token("scp", "a b").scopes()).containsExactly("a", "b");
    assertThat(token("scp", List.of("a", "b")).scopes()).containsExactly("a", "b");
    assertThat(token("scope", List.of("a", "b c")).scopes()).containsExactly("a", "b", "c");
  }

  @Test
  void scopesWhenBothClaimsThenScopeAlone() {
    assertThat(authenticate(mint().claim("scope", "a").claim("scp", "b")).scopes())
        .containsExactly("a");
    assertThat(authenticate(mint().claim("scope", 1).claim("scp", "b")).scopes()).isEmpty();
  }

  /** RFC 6749 §3.3: what is no scope-token grants nothing, and cannot reach a header. */
  @Test
  void scopesWhenNotScopeTokensThenIgnored() {
    assertThat(token("scope", "a \"b\" c\\ d\te f\r\ng \u00e9 h\u0000 i").scopes())
        .containsExactly("a", "i");
    assertThat(token("scope", List.of("a", 1, List.of("b"), "")).scopes()).containsExactly("a");
    assertThat(token("scope", Map.of("a", "b")).scopes()).isEqualTo(Scopes.none());
    assertThat(authenticate(mint()).scopes()).isEqualTo(Scopes.none());
  }

  @Test
  void scopesWhenThousandThenAllAreThere() {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      many.add("scope:" + i);
    }

    assertThat(token("scope", String.join(" ", many)).scopes()).containsExactlyElementsOf(many);
  }

  /** RFC 8693 §4.1: who acts is told, and grants nothing. */
  @Test
  void actorWhenDelegatedThenNamedWithoutGranting() {
    AccessToken token =
        token("act", Map.of("sub", "agent", "scope", "admin", "act", Map.of("sub", "older")));

    assertThat(token.actor()).contains("agent");
    assertThat(token.subject()).contains("alice");
    assertThat(token.scopes()).isEmpty();
    assertThat(token.getName()).isEqualTo("alice");
  }

  @Test
  void actorWhenMalformedThenNone() {
    assertThat(authenticate(mint()).actor()).isEmpty();
    assertThat(token("act", "agent").actor()).isEmpty();
    assertThat(token("act", Map.of("sub", 1)).actor()).isEmpty();
  }

  @Test
  void clientIdWhenOnlyAzpThenAzp() {
    assertThat(authenticate(mint().without("client_id").claim("azp", "z")).clientId())
        .contains("z");
    assertThat(authenticate(mint().claim("azp", "z")).clientId()).contains("client-1");
    assertThat(authenticate(mint().without("client_id")).clientId()).isEmpty();
  }

  /** MicroProfile JWT §7.1.1. */
  @Test
  void getNameWhenSeveralClaimsThenInOrder() {
    assertThat(authenticate(mint()).getName()).isEqualTo("alice");
    assertThat(token("preferred_username", "al").getName()).isEqualTo("al");
    assertThat(authenticate(mint().claim("preferred_username", "al").claim("upn", "a@x")).getName())
        .isEqualTo("a@x");
    assertThat(authenticate(mint().without("sub")).getName()).isNull();
  }

  @Test
  void claimWhenOfAnotherTypeThenEmpty() {
    AccessToken token = token("level", 5);

    assertThat(token.claim("level", Long.class)).contains(5L);
    assertThat(token.claim("level", String.class)).isEmpty();
    assertThat(token.claim("nothing", Object.class)).isEmpty();
  }

  @Test
  void claimWhenMutableTypeThenUnmodifiable() {
    AccessToken token =
        authenticate(mint().claim("list", List.of("a")).claim("map", Map.of("k", List.of(1))));

    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> token.claim("list", List.class).orElseThrow().clear());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> token.claim("map", Map.class).orElseThrow().clear());
    Object nested = token.claim("map", Map.class).map(map -> map.get("k")).orElseThrow();
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(((List<?>) nested)::clear);
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> token.getClaimNames().clear());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> token.audience().clear());
  }

  @Test
  void jsonWebTokenWhenAskedThenMicroProfileTypes() {
    AccessToken token = authenticate(mint().claim("groups", List.of("g", 1)).claim("x", "y"));

    assertThat(token.getIssuer()).isEqualTo(TestIssuer.ISSUER);
    assertThat(token.getAudience()).containsExactly(TestSettings.RESOURCE);
    assertThat(token.<Set<String>>getClaim("aud")).containsExactly(TestSettings.RESOURCE);
    assertThat(token.getGroups()).containsExactly("g");
    assertThat(token.<Set<String>>getClaim("groups")).containsExactly("g");
    assertThat(token.<String>getClaim("x")).isEqualTo("y");
    assertThat(token.<Object>getClaim("nothing")).isNull();
    assertThat(token.getSubject()).isEqualTo("alice");
    assertThat(token.getTokenID()).isEqualTo("jti-1");
    assertThat(token.getIssuedAtTime()).isEqualTo(MutableClock.START.getEpochSecond());
    assertThat(token.getExpirationTime()).isEqualTo(MutableClock.START.getEpochSecond() + 300);
  }

  /** PASS-2: a token that is not kept cannot be passed on. */
  @Test
  void getRawTokenWhenVerifiedThenNull() {
    assertThat(authenticate(mint()).getRawToken()).isNull();
  }

  @Test
  void toStringWhenVerifiedThenNoClaimValues() {
    assertThat(authenticate(mint()))
        .hasToString(
            "AccessToken[issuer=https://issuer.example.com, claims=[iss, sub, aud, client_id, jti,"
                + " iat, exp]]");
  }

  private TokenBuilder mint() {
    return issuer.token(door.clock);
  }

  private AccessToken token(String claim, Object value) {
    return authenticate(mint().claim(claim, value));
  }

  private AccessToken authenticate(TokenBuilder token) {
    return door.authenticator.authenticate(token.sign());
  }
}
