// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import com.nimbusds.jose.util.X509CertUtils;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mcpauth.devserver.internal.keys.PublicJwk;

/** What a minted token is bound to, {@code cnf}, and what introspection says about it. */
abstract class TokenBindingOptions<T extends TokenBindingOptions<T>> extends TokenClaimOptions<T> {

  /**
   * Binds the token to a DPoP key, {@code cnf.jkt} (RFC 9449 §6).
   *
   * @param dpopKey RSA, EC or Ed25519
   * @return a new draft
   * @throws IllegalArgumentException if it is another key
   */
  public T boundTo(PublicKey dpopKey) {
    return confirmation("jkt", PublicJwk.thumbprint(dpopKey));
  }

  /**
   * Binds the token to a client certificate, {@code cnf.x5t#S256} (RFC 8705 §3.1).
   *
   * @param certificate what the client shows in the TLS handshake
   * @return a new draft
   */
  public T boundTo(X509Certificate certificate) {
    return confirmation("x5t#S256", X509CertUtils.computeSHA256Thumbprint(certificate).toString());
  }

  /**
   * Sets any confirmation method, a member of {@code cnf} (RFC 7800 §3.1), beside those that are
   * there.
   *
   * @param member its name, such as {@code jkt}
   * @param value a string, number, boolean, list or map
   * @return a new draft
   */
  public T confirmation(String member, Object value) {
    return with(
        plan()
            .claims(
                (claims, now) -> {
                  Map<String, Object> confirmation = new LinkedHashMap<>();
                  if (claims.get("cnf") instanceof Map<?, ?> before) {
                    before.forEach((name, other) -> confirmation.put(String.valueOf(name), other));
                  }
                  confirmation.put(member, value);
                  claims.put("cnf", confirmation);
                }));
  }

  /**
   * Inactive from the beginning, as if it had been revoked: introspection knows, a JWT does not
   * show it.
   *
   * @return a new draft
   */
  public T inactive() {
    return with(plan().asRevoked());
  }

  /**
   * Sets any member of the answer of introspection; the token stays as it is.
   *
   * @param name its name (RFC 7662 §2.2)
   * @param value a string, number, boolean, list or map
   * @return a new draft
   */
  public T introspection(String name, Object value) {
    return with(plan().introspectionMember(answer -> answer.put(name, value)));
  }

  /**
   * Leaves members out of the answer of introspection, all of which but {@code active} are optional
   * (RFC 7662 §2.2). The token stays as it is, and is active.
   *
   * @param names such as {@code exp}, {@code aud}, {@code iss}, {@code client_id}
   * @return a new draft
   */
  public T introspectionWithout(String... names) {
    return with(plan().introspectionMember(answer -> List.of(names).forEach(answer::remove)));
  }
}
