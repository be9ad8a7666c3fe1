// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.app;

import java.io.Serial;

/** Becomes the error of a JSON-RPC response. */
final class RpcException extends Exception {

  static final int PARSE_ERROR = -32700;
  static final int METHOD_NOT_FOUND = -32601;
  static final int INVALID_PARAMS = -32602;

  @Serial private static final long serialVersionUID = 1L;

  private final int code;

  RpcException(int code, String message) {
    super(message);
    this.code = code;
  }

  int code() {
    return code;
  }
}
