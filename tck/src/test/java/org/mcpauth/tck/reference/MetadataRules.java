// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import org.mcpauth.tck.server.Operation;

/** The document of RFC 9728. */
public class MetadataRules {

  private static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";

  private static final String SIGNED = "signed_metadata";

  /** May be replaced by a mutant. */
  public CachingRules caching = new CachingRules();

  protected final URI endpoint;
  protected final URI issuer;

  public MetadataRules(URI endpoint, URI issuer) {
    this.endpoint = endpoint;
    this.issuer = issuer;
  }

  /** With the path of the resource inserted. */
  public URI url(Request request) {
    return endpoint.resolve(WELL_KNOWN + endpoint.getRawPath());
  }

  public boolean isAt(Request request) {
    return request.path().equals(WELL_KNOWN + endpoint.getRawPath());
  }

  public Answer answer(Request request) {
    if (request.method().equals("OPTIONS")) {
      return Answer.of(204)
          .with("Access-Control-Allow-Origin", "*")
          .with("Access-Control-Allow-Methods", "GET")
          .with("Access-Control-Allow-Headers", "MCP-Protocol-Version");
    }
    JsonObject plain = document(request).build();
    Answer answer = Answer.json(200, signed(plain)).with("Access-Control-Allow-Origin", "*");
    return caching.applyTo(request, answer, plain);
  }

  /** Adds the members once more, signed by the resource (RFC 9728 §2.2). */
  public JsonObject signed(JsonObject plain) {
    if (plain.containsKey(SIGNED)) {
      return plain;
    }
    JsonObject claims = claims(plain).build();
    return Json.createObjectBuilder(plain).add(SIGNED, signature(claims)).build();
  }

  public JsonObjectBuilder claims(JsonObject plain) {
    return Json.createObjectBuilder(plain).add("iss", endpoint.toString());
  }

  public String signature(JsonObject claims) {
    return MetadataSignature.of(claims);
  }

  public JsonObjectBuilder document(Request request) {
    return Json.createObjectBuilder()
        .add("resource", resource(request))
        .add("jwks_uri", MetadataSignature.location(endpoint).toString())
        .add("authorization_servers", Json.createArrayBuilder().add(issuer.toString()))
        .add("scopes_supported", Json.createArrayBuilder().add(Operation.BASELINE))
        .add("bearer_methods_supported", Json.createArrayBuilder().add("header"))
        .add(
            "dpop_signing_alg_values_supported",
            Json.createArrayBuilder().add(DpopRules.ALGORITHM));
  }

  public String resource(Request request) {
    return endpoint.toString();
  }
}
