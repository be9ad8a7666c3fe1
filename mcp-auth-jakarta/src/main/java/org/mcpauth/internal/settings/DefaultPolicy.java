// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

/** {@code mcp.auth.default-policy}: what an operation requires that nothing is said about. */
public enum DefaultPolicy {
  /** Any valid token. */
  AUTHENTICATED,
  /** Nobody may use it. */
  DENY,
  /** Everybody may use it, without a token. */
  PERMIT
}
