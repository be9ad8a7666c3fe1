// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rpc;

import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;

/**
 * A JSON-RPC 2.0 error (§5.1). A {@code 400} has to have one as its body: to a client that speaks
 * both eras of MCP, any other body means that the server is an old one.
 *
 * @param code one of the codes below
 * @param message why, without anything from the message itself
 * @param id the id of the request, if it could be read; JSON null otherwise
 */
public record RpcError(int code, String message, JsonValue id) {

  /** The body is not JSON. */
  public static final int PARSE_ERROR = -32700;

  /** The JSON is not one valid message. */
  public static final int INVALID_REQUEST = -32600;

  /** The parameters of the method are not valid. */
  public static final int INVALID_PARAMS = -32602;

  /** The server failed. */
  public static final int INTERNAL_ERROR = -32603;

  /** What servers say with {@code 404} of a session that does not exist. */
  public static final int SESSION_NOT_FOUND = -32001;

  /** MCP 2026-07-28: the headers that mirror the message differ from it. */
  public static final int HEADER_MISMATCH = -32020;

  /**
   * An error about a request whose id is not known.
   *
   * @param code one of the codes above
   * @param message why
   * @return the error, with a null id
   */
  public static RpcError withoutId(int code, String message) {
    return new RpcError(code, message, JsonValue.NULL);
  }

  /**
   * The message that reports this error.
   *
   * @param provider writes JSON
   * @return a JSON-RPC response object
   */
  public String toJson(JsonProvider provider) {
    return provider
        .createObjectBuilder()
        .add("jsonrpc", "2.0")
        .add("id", id)
        .add("error", provider.createObjectBuilder().add("code", code).add("message", message))
        .build()
        .toString();
  }
}
