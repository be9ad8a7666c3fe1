// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.introspection;

import java.util.Map;

/** Signs the assertions by which this resource authenticates itself (RFC 7523). Thread-safe. */
@FunctionalInterface
public interface AssertionSigner {

  /**
   * Signs claims with the private key of this resource.
   *
   * @param claims the claims of the assertion
   * @param type the value of the header parameter {@code typ}
   * @return a signed JWT in compact serialization
   */
  String sign(Map<String, Object> claims, String type);
}
