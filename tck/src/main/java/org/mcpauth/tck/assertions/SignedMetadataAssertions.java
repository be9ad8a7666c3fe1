// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Extended;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.McpServer;

/** That metadata which is signed (RFC 9728 §2.2) can be believed, where a server signs it. */
public interface SignedMetadataAssertions extends ServerTest {

  /** Checks that a client that trusts signatures alone has one to trust. */
  @Extended
  @Assertion(
      id = "signed-metadata-is-signed",
      strategy =
          "If the metadata has signed_metadata, it is a JWT with an iss and an asymmetric"
              + " signature; if the resource is its iss, a key at jwks_uri verifies it")
  default void signedMetadataIsSigned(McpServer server) {
    SignedMetadata signed = SignedMetadata.of(server);
    Reply reply = signed.document().reply();
    Optional<JWSObject> jws = signed.jws();
    assertThat(jws).as("a signed JWT in %s", reply).isPresent();
    assertThat(JWSAlgorithm.Family.SIGNATURE)
        .as("asymmetric algorithms, in %s", reply)
        .contains(jws.orElseThrow().getHeader().getAlgorithm());
    assertThat(signed.issuer()).as("iss of signed_metadata in %s", reply).isPresent();
    assertThat(signed.keys(server))
        .as("keys at jwks_uri of which one has signed, for %s", reply)
        .anyMatch(signed::isSignedBy);
  }

  /** Checks that clients which verify are not told something else than those which do not. */
  @Extended
  @Assertion(
      id = "signed-metadata-says-the-same",
      strategy =
          "If the metadata has signed_metadata, resource, authorization_servers and jwks_uri are in"
              + " it, no member in it differs from the plain one, and it does not hold itself")
  default void signedMetadataSaysTheSame(McpServer server) {
    SignedMetadata signed = SignedMetadata.of(server);
    Reply reply = signed.document().reply();
    JsonObject plain = signed.document().json();
    JsonObject claims = signed.claims().orElse(JsonObject.EMPTY_JSON_OBJECT);
    BlockedError.unless(!claims.isEmpty(), "signed_metadata must be a JWT", reply);
    // By these a client decides whom it trusts.
    List.of("resource", "authorization_servers", "jwks_uri").stream()
        .filter(plain::containsKey)
        .forEach(member -> assertThat(claims).as("claims in %s", reply).containsKey(member));
    assertThat(claims).as("claims in %s", reply).doesNotContainKey(SignedMetadata.MEMBER);
    plain.keySet().stream()
        .filter(claims::containsKey)
        .forEach(
            member ->
                assertThat(claims.get(member))
                    .as("%s among the claims, in %s", member, reply)
                    .isEqualTo(plain.get(member)));
  }
}
