// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import java.util.Map;

/** Signs answers of introspection (RFC 9701 §5). */
@FunctionalInterface
public interface IntrospectionSigner {

  /** The media type, also {@code typ} without its first half. */
  String MEDIA_TYPE = "application/token-introspection+jwt";

  /**
   * Signs an answer.
   *
   * @param audience the protected resource that asks
   * @param answer the members of RFC 7662 §2.2
   * @return a JWT
   */
  String sign(String audience, Map<String, Object> answer);
}
