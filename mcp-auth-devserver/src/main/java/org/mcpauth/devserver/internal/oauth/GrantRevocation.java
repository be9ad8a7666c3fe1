// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

/** Ends a grant and all tokens that descend from it. */
@FunctionalInterface
interface GrantRevocation {

  void revoke(String grantId);
}
