// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.util.Map;
import org.mcpauth.tck.server.Issuer;

/** Which tokens are believed where the issuer signs what it says about each (RFC 9701). */
public class SignedIntrospectionRules extends IntrospectionRules {

  public static final String MEDIA_TYPE = "application/token-introspection+jwt";

  private static final JOSEObjectType TYPE = new JOSEObjectType("token-introspection+jwt");

  public SignedIntrospectionRules(URI endpoint, URI issuer) {
    super(endpoint, issuer);
  }

  @Override
  public HttpRequest.Builder request(String token) {
    return super.request(token).header("Accept", MEDIA_TYPE);
  }

  @Override
  public Map<String, Object> read(HttpResponse<String> response) {
    try {
      JWSObject jws = JWSObject.parse(response.body());
      Map<String, Object> claims = JSONObjectUtils.parse(jws.getPayload().toString());
      boolean believed =
          isTyped(jws)
              && isSigned(jws)
              && isFromIssuer(claims)
              && isForClient(claims)
              && claims.containsKey("token_introspection");
      if (believed) {
        return JSONObjectUtils.getJSONObject(claims, "token_introspection");
      }
    } catch (ParseException | IllegalArgumentException | InvalidTokenException e) {
      return unsigned(response);
    }
    throw new NoAnswerException();
  }

  /** An answer that is no JWS: never believed. */
  public Map<String, Object> unsigned(HttpResponse<String> response) {
    throw new NoAnswerException();
  }

  public boolean isTyped(JWSObject jws) {
    return TYPE.equals(jws.getHeader().getType());
  }

  public boolean isForClient(Map<String, Object> claims) {
    return Issuer.RESOURCE_CLIENT_ID.equals(claims.get("aud"));
  }
}
