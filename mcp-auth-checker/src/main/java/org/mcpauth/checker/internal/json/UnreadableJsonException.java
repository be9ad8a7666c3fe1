// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.internal.json;

/** What should be a JSON object is not one. */
public final class UnreadableJsonException extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableJsonException(String message) {
    super(message);
  }
}
