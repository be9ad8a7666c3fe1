// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.notes.mcp;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.modelcontextprotocol.spec.McpError;
import java.io.IOException;

/**
 * Writes an error of the SDK's servlet as the JSON-RPC error that it stands for. Without it the
 * servlet writes the exception itself, stack trace and all.
 */
final class ErrorSerializer extends StdSerializer<McpError> {

  private static final long serialVersionUID = 1L;

  ErrorSerializer() {
    super(McpError.class);
  }

  @Override
  public void serialize(McpError error, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("jsonrpc", "2.0");
    json.writeNullField("id");
    json.writeObjectField("error", error.getJsonRpcError());
    json.writeEndObject();
  }
}
