// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.PlainObject;
import com.nimbusds.jose.crypto.MACSigner;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.mcpauth.tck.reference.MetadataRules;
import org.mcpauth.tck.reference.MetadataSignature;

/** What must be caught of servers that sign metadata in a way that deceives whoever believes it. */
final class SignedMetadataMutants {

  private static final String SIGNED = "signed-metadata-is-signed";
  private static final String SAME = "signed-metadata-says-the-same";

  private SignedMetadataMutants() {}

  static List<Mutant> all() {
    return List.of(
        signing(
            "signs with a key that it does not publish",
            claims -> MetadataSignature.of(claims, MetadataSignature.newKey())),
        signing(
            "signs nothing", claims -> new PlainObject(new Payload(claims.toString())).serialize()),
        signing("signs with a secret", SignedMetadataMutants::mac),
        signing("has a text that is no JWT", JsonObject::toString),
        claiming(SIGNED, "does not say who signed", claims -> claims.remove("iss")),
        claiming(
            SAME,
            "signs another authorization server",
            claims ->
                claims.add(
                    "authorization_servers",
                    Json.createArrayBuilder().add("https://login.example"))),
        claiming(
            SAME,
            "signs other scopes",
            claims -> claims.add("scopes_supported", Json.createArrayBuilder().add("other"))),
        claiming(SAME, "does not sign the resource", claims -> claims.remove("resource")),
        claiming(
            SAME,
            "does not sign the authorization servers",
            claims -> claims.remove("authorization_servers")),
        claiming(SAME, "signs a signature", claims -> claims.add("signed_metadata", "e30.e30.")));
  }

  private static String mac(JsonObject claims) {
    try {
      JWSObject jws =
          new JWSObject(new JWSHeader(JWSAlgorithm.HS256), new Payload(claims.toString()));
      jws.sign(
          new MACSigner("a secret of 32 bytes, or a few more".getBytes(StandardCharsets.UTF_8)));
      return jws.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Mutant signing(String fault, Function<JsonObject, String> how) {
    return Mutant.of(
        SIGNED,
        fault,
        rules ->
            rules.metadata =
                new MetadataRules(rules.endpoint, rules.issuer) {
                  @Override
                  public String signature(JsonObject claims) {
                    return how.apply(claims);
                  }
                });
  }

  private static Mutant claiming(
      String assertion, String fault, UnaryOperator<JsonObjectBuilder> change) {
    return Mutant.of(
        assertion,
        fault,
        rules ->
            rules.metadata =
                new MetadataRules(rules.endpoint, rules.issuer) {
                  @Override
                  public JsonObjectBuilder claims(JsonObject plain) {
                    return change.apply(super.claims(plain));
                  }
                });
  }
}
