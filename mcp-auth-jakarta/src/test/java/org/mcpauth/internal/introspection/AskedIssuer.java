// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.introspection;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mcpauth.internal.issuer.TestIssuer;
import org.mcpauth.internal.settings.ClaimPath;
import org.mcpauth.internal.settings.IssuerSettings;
import org.mcpauth.internal.settings.IssuerSettings.ClientAuthentication;
import org.mcpauth.internal.settings.IssuerSettings.TokenIn;
import org.mcpauth.internal.settings.IssuerSettings.Verification;
import org.mcpauth.internal.settings.Secret;
import org.mcpauth.internal.settings.TestSettings;

/** Settings of one authorization server that is asked about tokens. Not thread-safe. */
final class AskedIssuer {

  static final String ENDPOINT = "https://issuer.example.com/introspect";
  static final Duration TTL = Duration.ofSeconds(60);
  static final Duration NEGATIVE_TTL = Duration.ofSeconds(10);
  static final Duration SKEW = Duration.ofSeconds(30);

  private IssuerSettings.Client client = client(ClientAuthentication.NONE, "", null, null);
  private boolean signed;
  private Duration negativeTtl = NEGATIVE_TTL;
  private IssuerSettings.ValidationEndpoint validation =
      new IssuerSettings.ValidationEndpoint(null, TokenIn.HEADER, "token", null);

  static IssuerSettings.Client client(
      ClientAuthentication authentication,
      String id,
      @Nullable String secret,
      @Nullable String token) {
    return new IssuerSettings.Client(
        authentication,
        id,
        secret == null ? null : new Secret(secret),
        null,
        token == null ? null : new Secret(token));
  }

  AskedIssuer as(IssuerSettings.Client client) {
    this.client = client;
    return this;
  }

  /** HTTP Basic with an identifier and a secret. */
  AskedIssuer as(String id, String secret) {
    return as(client(ClientAuthentication.CLIENT_SECRET_BASIC, id, secret, null));
  }

  AskedIssuer signed() {
    signed = true;
    return this;
  }

  AskedIssuer negativeTtl(Duration ttl) {
    negativeTtl = ttl;
    return this;
  }

  AskedIssuer validation(String uri, TokenIn tokenIn, String parameter, @Nullable String claims) {
    validation =
        new IssuerSettings.ValidationEndpoint(
            URI.create(uri),
            tokenIn,
            parameter,
            claims == null ? null : ClaimPath.parse(claims).orElseThrow());
    return this;
  }

  IssuerSettings settings() {
    return new IssuerSettings(
        TestIssuer.ISSUER,
        Verification.INTROSPECTION,
        Set.of(TestSettings.RESOURCE),
        new IssuerSettings.Jwt(true, Set.of("RS256", "ES256", "HS256"), SKEW, Duration.ZERO),
        new IssuerSettings.Keys(null, null, null, null),
        new IssuerSettings.ClaimNames(List.of(), List.of(), List.of(), List.of(), List.of()),
        client,
        new IssuerSettings.Introspection(null, signed, TTL, negativeTtl),
        validation,
        new IssuerSettings.Exchange(null, null, ""));
  }
}
