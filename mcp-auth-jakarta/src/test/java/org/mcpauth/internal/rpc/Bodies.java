// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rpc;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads messages from text, with the default limits. */
final class Bodies {

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final RpcMessageReader READER = new RpcMessageReader(JSON, 64);

  private Bodies() {}

  static RpcMessage read(String text) throws MalformedMessageException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  static RpcMessage read(byte[] bytes) throws MalformedMessageException {
    try {
      return READER.read(BufferedBody.read(new ByteArrayInputStream(bytes), bytes.length, 4 << 20));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The body of the answer to a message that is refused with 400. */
  static String refusal(String text) {
    return refusal(text.getBytes(StandardCharsets.UTF_8));
  }

  static String refusal(byte[] bytes) {
    MalformedMessageException e =
        catchThrowableOfType(MalformedMessageException.class, () -> read(bytes));
    if (e == null) {
      return "accepted";
    }
    return e.status() + " " + e.error().toJson(JSON);
  }

  static String error(int code, String message, String id) {
    return "400 {\"jsonrpc\":\"2.0\",\"id\":%s,\"error\":{\"code\":%d,\"message\":\"%s\"}}"
        .formatted(id, code, message);
  }
}
