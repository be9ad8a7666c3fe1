// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.http;

import java.io.Serial;

/** A {@code WWW-Authenticate} header breaks the grammar of RFC 9110 §11. */
public final class ChallengeSyntaxException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  ChallengeSyntaxException(String fault, String header, int position) {
    super("%s at position %d of: %s".formatted(fault, position, header));
  }
}
