// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.NotCheckableException;
import org.mcpauth.tck.server.NotOfferedException;

/**
 * The members of the metadata once more, signed (RFC 9728 §2.2).
 *
 * @param document with the plain members
 * @param text the JWT, if it is one
 */
record SignedMetadata(MetadataDocument document, String text) {

  static final String MEMBER = "signed_metadata";

  /** What is signed; not applicable where there is no signature. */
  static SignedMetadata of(McpServer server) {
    MetadataDocument document = MetadataDocument.of(server);
    return document
        .text(MEMBER)
        .map(text -> new SignedMetadata(document, text))
        .orElseThrow(() -> new NotOfferedException(MEMBER + " in the metadata"));
  }

  /** The JWS; empty if it cannot be read, or is not signed at all. */
  Optional<JWSObject> jws() {
    try {
      return Optional.of(JWSObject.parse(text));
    } catch (ParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The claims, whoever signed them; empty if they are no JSON object. */
  Optional<JsonObject> claims() {
    return jws()
        .flatMap(
            jws -> {
              try (JsonReader reader = Json.createReader(new StringReader(payload(jws)))) {
                return Optional.of(reader.readObject());
              } catch (JsonException e) {
                return Optional.empty();
              }
            });
  }

  private static String payload(JWSObject jws) {
    return jws.getPayload().toString();
  }

  /** Who attests to the members; empty if nobody does. */
  Optional<String> issuer() {
    return claims()
        .map(claims -> claims.get("iss"))
        .filter(JsonString.class::isInstance)
        .map(iss -> ((JsonString) iss).getString());
  }

  /** The keys that the resource publishes, if it is the one that signed. */
  List<JWK> keys(McpServer server) {
    if (!issuer().equals(document.text("resource"))) {
      throw new NotCheckableException("the keys of who signed the metadata are not known");
    }
    URI location =
        document
            .text("jwks_uri")
            .flatMap(MetadataDocument::location)
            .orElseThrow(() -> new NotCheckableException("the metadata has no jwks_uri"));
    Reply reply = server.get(location);
    try {
      return JWKSet.parse(reply.body()).getKeys();
    } catch (ParseException e) {
      BlockedError.unless(false, "the keys of the resource must be at jwks_uri", reply);
      return List.of();
    }
  }

  /** Whether a key has signed it. */
  boolean isSignedBy(JWK key) {
    DefaultJWSVerifierFactory verifiers = new DefaultJWSVerifierFactory();
    JWSObject jws = jws().orElseThrow();
    if (!verifiers.supportedJWSAlgorithms().contains(jws.getHeader().getAlgorithm())) {
      throw new NotCheckableException("signatures of this algorithm cannot be verified here");
    }
    try {
      return key instanceof AsymmetricJWK pair
          && jws.verify(verifiers.createJWSVerifier(jws.getHeader(), pair.toPublicKey()));
    } catch (JOSEException e) {
      return false; // a key for another algorithm
    }
  }
}
