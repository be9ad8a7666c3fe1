// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rpc;

import java.io.Serial;

/** A message cannot be let through, because it is not one that everybody reads the same way. */
public final class MalformedMessageException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final int status;
  private final transient RpcError error;

  /**
   * Refuses a message with {@code 400}.
   *
   * @param error what to tell the client
   */
  public MalformedMessageException(RpcError error) {
    this(400, error);
  }

  /**
   * Refuses a message.
   *
   * @param status the HTTP status: 400, 413 or 415
   * @param error what to tell the client
   */
  public MalformedMessageException(int status, RpcError error) {
    super(error.message());
    this.status = status;
    this.error = error;
  }

  /**
   * The HTTP status.
   *
   * @return 400, 413 or 415
   */
  public int status() {
    return status;
  }

  /**
   * What to tell the client.
   *
   * @return the error
   */
  public RpcError error() {
    return error;
  }
}
