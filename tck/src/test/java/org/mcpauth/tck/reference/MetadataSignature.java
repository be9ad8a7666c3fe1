// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;

/** Signs metadata with a key of the resource (RFC 9728 §2.2), and publishes that key. */
public final class MetadataSignature {

  private static final String PATH = "/resource-keys";
  private static final ECKey KEY = newKey();

  private MetadataSignature() {}

  /** A key that nobody publishes. */
  public static ECKey newKey() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("resource").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public static URI location(URI endpoint) {
    return endpoint.resolve(PATH);
  }

  public static boolean isAt(Request request) {
    return request.path().equals(PATH);
  }

  public static Answer keys() {
    String jwks = new JWKSet(KEY.toPublicJWK()).toString();
    return Answer.json(200, Json.createReader(new StringReader(jwks)).readObject());
  }

  public static String of(JsonObject claims) {
    return of(claims, KEY);
  }

  public static String of(JsonObject claims, ECKey key) {
    try {
      JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
      JWSObject jws = new JWSObject(header, new Payload(claims.toString()));
      jws.sign(new ECDSASigner(key));
      return jws.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
