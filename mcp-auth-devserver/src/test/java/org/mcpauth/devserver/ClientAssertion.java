// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A private_key_jwt assertion (RFC 7523 §3), ES256. */
final class ClientAssertion {

  private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private ClientAssertion() {}

  static String sign(
      String clientId, String audience, KeyPair keys, UnaryOperator<JWTClaimsSet.Builder> change) {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(clientId)
            .subject(clientId)
            .audience(audience)
            .expirationTime(Date.from(Instant.now().plusSeconds(60)))
            .jwtID(UUID.randomUUID().toString());
    SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), change.apply(claims).build());
    try {
      jwt.sign(new ECDSASigner((ECPrivateKey) keys.getPrivate()));
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
    return jwt.serialize();
  }

  /** The form parameters of a request that it authenticates, and what else the request says. */
  static String[] parameters(String assertion, String... more) {
    List<String> all = new ArrayList<>(List.of(more));
    all.addAll(List.of("client_assertion_type", TYPE, "client_assertion", assertion));
    return all.toArray(String[]::new);
  }
}
