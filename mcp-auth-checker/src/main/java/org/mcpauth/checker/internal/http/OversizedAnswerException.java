// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.internal.http;

import java.io.IOException;

/** There is a server, but its answer is larger than the limit. */
public final class OversizedAnswerException extends IOException {

  private static final long serialVersionUID = 1L;

  OversizedAnswerException(int limit) {
    super("the answer is larger than " + limit + " bytes");
  }
}
