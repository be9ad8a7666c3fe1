// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

/** In which form a caller is told that it lacks a scope: by a challenge. */
public class ScopeTelling {

  public Answer told(Message message, Answer challenged) {
    return challenged;
  }
}
