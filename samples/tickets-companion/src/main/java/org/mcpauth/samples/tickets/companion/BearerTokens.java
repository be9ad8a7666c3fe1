// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.tickets.companion;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.JWTProcessor;
import com.sun.net.httpserver.HttpExchange;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies access tokens (RFC 9068 §4): type, signature, issuer, audience and lifetime. With
 * another library than the desk, as another service would.
 */
final class BearerTokens {

  private static final String SCHEME = "Bearer ";

  private final JWTProcessor<SecurityContext> processor;

  private BearerTokens(JWTProcessor<SecurityContext> processor) {
    this.processor = processor;
  }

  /** Tokens of one issuer, with the keys that its metadata names, for one audience. */
  static BearerTokens of(URI issuer, IssuerMetadata metadata, String audience) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
    try {
      processor.setJWSKeySelector(
          new JWSVerificationKeySelector<>(
              JWSAlgorithm.RS256, JWKSourceBuilder.create(metadata.jwksUri().toURL()).build()));
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            audience,
            new JWTClaimsSet.Builder().issuer(issuer.toString()).build(),
            Set.of("sub", "exp", "client_id")));
    return new BearerTokens(processor);
  }

  /** What the token of a request says; empty if there is none or it is not valid here. */
  Optional<JWTClaimsSet> of(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    if (header == null || !header.startsWith(SCHEME)) {
      return Optional.empty();
    }
    try {
      return Optional.of(processor.process(header.substring(SCHEME.length()), null));
    } catch (ParseException | BadJOSEException | JOSEException e) {
      return Optional.empty();
    }
  }
}
