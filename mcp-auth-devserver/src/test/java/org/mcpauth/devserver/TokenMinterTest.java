// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.mcpauth.devserver.TestClient.RESOURCE;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mcpauth.devserver.junit.DevAuthorizationServerExtension;

/** Verifies with the JOSE library's own processor, set as a protected resource would set it. */
class TokenMinterTest {

  @RegisterExtension
  static final DevAuthorizationServerExtension AUTH =
      DevAuthorizationServerExtension.with(() -> DevAuthorizationServer.builder().port(0));

  private final TokenDraft draft = AUTH.server().tokens().forResource(RESOURCE);

  @Test
  void mintWhenNothingSaidThenVerifies() throws Exception {
    String token = draft.subject("alice").clientId("app").scope("notes:read", "x").mint();

    JWTClaimsSet claims = verify(token);

    assertThat(claims.getSubject()).isEqualTo("alice");
    assertThat(claims.getStringClaim("client_id")).isEqualTo("app");
    assertThat(claims.getStringClaim("scope")).isEqualTo("notes:read x");
    assertThat(claims.getAudience()).containsExactly(RESOURCE);
    assertThat(claims.getJWTID()).isNotEmpty();
  }

  static Stream<Arguments> variants() {
    TokenDraft draft = AUTH.server().tokens().forResource(RESOURCE);
    return Stream.of(
        Arguments.of("several audiences", draft.audience("urn:a", RESOURCE)),
        Arguments.of("scp array", draft.scpArray("a", "b")),
        Arguments.of("scp string", draft.scpString("a", "b")),
        Arguments.of("actor", draft.actor("agent")),
        Arguments.of("claim", draft.claim("tenant", "t")),
        Arguments.of("lifetime", draft.expiresIn(Duration.ofHours(1))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("variants")
  void mintWhenVariantThenVerifies(String name, TokenDraft variant) throws Exception {
    assertThat(verify(variant.mint()).getIssuer()).isEqualTo(AUTH.server().issuer().toString());
  }

  static Stream<Arguments> hostile() {
    TokenMinter tokens = AUTH.server().tokens();
    TokenDraft draft = tokens.forResource(RESOURCE);
    URI attacker = URI.create("https://attacker.example/keys");
    return Stream.of(
        Arguments.of("expired", draft.expired()),
        Arguments.of("not yet valid", draft.notYetValid()),
        Arguments.of("no exp", draft.noExpiry()),
        Arguments.of("no aud", draft.noAudience()),
        Arguments.of("wrong aud", draft.wrongAudience()),
        Arguments.of("issuer as aud", tokens.withoutResource()),
        Arguments.of("wrong issuer", draft.wrongIssuer()),
        Arguments.of("typ JWT", draft.type("JWT")),
        Arguments.of("no typ", draft.noType()),
        Arguments.of("id token", draft.idToken()),
        Arguments.of("logout token", draft.logoutToken()),
        Arguments.of("id-jag", draft.identityAssertionGrant()),
        Arguments.of("dpop proof", draft.dpopProof()),
        Arguments.of("alg none", draft.algNone()),
        Arguments.of("hs256 pem", draft.hs256WithPublicKeyPem()),
        Arguments.of("hs256 der", draft.hs256WithPublicKeyDer()),
        Arguments.of("hs256 modulus", draft.hs256WithPublicKeyModulus()),
        Arguments.of("foreign key", draft.foreignKey()),
        Arguments.of("unknown kid", draft.unknownKeyId()),
        Arguments.of("embedded jwk", draft.embeddedJwk()),
        Arguments.of("jku", draft.foreignJku(attacker)),
        Arguments.of("x5u", draft.foreignX5u(attacker)),
        Arguments.of("unknown crit", draft.unknownCritical()),
        Arguments.of("b64 false", draft.unencodedPayload()),
        Arguments.of("tampered payload", draft.tamperedPayload()),
        Arguments.of("tampered signature", draft.tamperedSignature()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void mintWhenHostileThenDoesNotVerify(String name, TokenDraft hostile) {
    String token = hostile.mint();

    assertThatException().isThrownBy(() -> verify(token));
  }

  @Test
  void mintWhenJunkThenNoToken() {
    TokenMinter tokens = AUTH.server().tokens();

    assertThat(tokens.junk(1)).doesNotContain(".");
    assertThat(tokens.junk(5)).hasSize(5 * 43 + 4);
    assertThatException().isThrownBy(() -> verify(tokens.junk(3)));
  }

  /** What is wrong must be that alone: but for the one thing, these would verify. */
  @Test
  void mintWhenOnlyHeaderIsHostileThenSignatureIsGenuine() throws Exception {
    for (TokenDraft hostile :
        List.of(
            draft.unknownKeyId(),
            draft.noKeyId(),
            draft.type("JWT"),
            draft.noType(),
            draft.unknownCritical(),
            draft.unencodedPayload(),
            draft.expired(),
            draft.noAudience())) {
      String[] parts = hostile.mint().split("\\.", -1);
      byte[] input = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
      assertThat(
              new RSASSAVerifier(serverKey())
                  .verify(new JWSHeader(JWSAlgorithm.RS256), input, new Base64URL(parts[2])))
          .isTrue();
    }
  }

  @Test
  void mintWhenHs256ThenConfusedVerifierWouldAccept() throws Exception {
    byte[] der = serverKey().toPublicKey().getEncoded();
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
            + "\n-----END PUBLIC KEY-----\n";

    assertThat(hmac(draft.hs256WithPublicKeyPem(), pem.getBytes(StandardCharsets.US_ASCII)))
        .isTrue();
    assertThat(hmac(draft.hs256WithPublicKeyDer(), der)).isTrue();
    assertThat(hmac(draft.hs256WithPublicKeyModulus(), serverKey().getModulus().decode())).isTrue();
  }

  @Test
  void mintWhenForeignKeyThenItsOwnerWouldAccept() throws Exception {
    RSAKey foreign = JWKSet.parse(AUTH.server().tokens().foreignJwks()).getKeys().get(0).toRSAKey();
    JWSObject underTheServersKeyId = JWSObject.parse(draft.foreignKey().mint());
    JWSObject embedded = JWSObject.parse(draft.embeddedJwk().mint());

    assertThat(underTheServersKeyId.getHeader().getKeyID()).isEqualTo(serverKey().getKeyID());
    assertThat(underTheServersKeyId.verify(new RSASSAVerifier(foreign))).isTrue();
    assertThat(embedded.getHeader().getJWK()).isEqualTo(foreign.toPublicJWK());
    assertThat(embedded.verify(new RSASSAVerifier(foreign))).isTrue();
    assertThat(foreign.isPrivate()).isFalse();
    assertThat(header(draft.foreignJku(URI.create("https://attacker.example/jwks"))))
        .containsEntry("jku", "https://attacker.example/jwks");
  }

  @Test
  void mintWhenAlgNoneThenSignatureIsEmpty() throws Exception {
    assertThat(draft.algNone().mint()).endsWith(".");
    assertThat(header(draft.algNone())).containsEntry("alg", "none").doesNotContainKey("kid");
  }

  @Test
  void mintWhenClaimsAreSetThenTheyAreThere() throws Exception {
    JWTClaimsSet claims = verify(draft.scpArray("a", "b").actor("agent").claim("tenant", 7).mint());

    assertThat(claims.getStringListClaim("scp")).containsExactly("a", "b");
    assertThat(claims.getJSONObjectClaim("act")).isEqualTo(Map.of("sub", "agent"));
    assertThat(claims.getLongClaim("tenant")).isEqualTo(7);
  }

  @Test
  void mintWhenOversizedThenAtLeastSoLarge() {
    assertThat(draft.oversized(20_000).mint()).hasSizeGreaterThan(20_000);
  }

  @Test
  void mintWhenDraftIsReusedThenTokensDifferAndDraftIsUnchanged() throws Exception {
    TokenDraft changed = draft.subject("mallory");

    assertThat(draft.mint()).isNotEqualTo(draft.mint());
    assertThat(verify(draft.mint()).getSubject()).isEqualTo("dev-user");
    assertThat(verify(changed.mint()).getSubject()).isEqualTo("mallory");
  }

  private static boolean hmac(TokenDraft hostile, byte[] secret) throws Exception {
    return JWSObject.parse(hostile.mint()).verify(new MACVerifier(secret));
  }

  private static Map<String, Object> header(TokenDraft hostile) throws Exception {
    String encoded = hostile.mint().split("\\.", -1)[0];
    return JSONObjectUtils.parse(new Base64URL(encoded).decodeToString());
  }

  private static RSAKey serverKey() throws Exception {
    return jwks().getKeys().get(0).toRSAKey();
  }

  private static JWKSet jwks() throws Exception {
    return JWKSet.parse(new TestClient(AUTH.server()).get("/jwks").body());
  }

  private static JWTClaimsSet verify(String token) throws Exception {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, new ImmutableJWKSet<>(jwks())));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            RESOURCE,
            new JWTClaimsSet.Builder().issuer(AUTH.server().issuer().toString()).build(),
            Set.of("exp", "sub", "client_id", "iat", "jti")));
    return processor.process(token, null);
  }
}
