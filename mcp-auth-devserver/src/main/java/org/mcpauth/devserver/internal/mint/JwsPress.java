// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.mint;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.mcpauth.devserver.internal.keys.SigningKey;

/**
 * Puts JWTs together part by part, since the JOSE library's own types refuse to make hostile ones.
 * Signatures are the library's.
 */
final class JwsPress {

  private final Supplier<SigningKey> current;
  private final SigningKey foreign;

  JwsPress(Supplier<SigningKey> current, SigningKey foreign) {
    this.current = current;
    this.foreign = foreign;
  }

  /**
   * Changes to the claims are the caller's; those to header, signature and result are done here.
   */
  String press(String type, Map<String, Object> claims, TokenPlan plan) {
    SigningKey key = current.get();
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("typ", type);
    plan.signing().describe(header, key);
    plan.header().forEach(step -> step.apply(header, foreign));
    String signingInput = encode(header) + "." + encode(claims);
    String token = signingInput + "." + plan.signing().sign(signingInput, key, foreign);
    for (UnaryOperator<String> step : plan.compact()) {
      token = step.apply(token);
    }
    return token;
  }

  SigningKey foreign() {
    return foreign;
  }

  String foreignJwks() {
    return new JWKSet(foreign.jwk()).toPublicJWKSet().toString();
  }

  private static String encode(Map<String, Object> object) {
    return Base64URL.encode(JSONObjectUtils.toJSONString(object)).toString();
  }
}
