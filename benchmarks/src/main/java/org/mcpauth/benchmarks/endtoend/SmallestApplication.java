// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mcpauth.benchmarks.fixture.ToolCall;
import org.mcpauth.benchmarks.war.EchoTools;

/** A servlet that reads a message with JSON-P, calls a bean and writes a result: stateless. */
final class SmallestApplication implements Application {

  @Override
  public String title() {
    return "The smallest application there can be";
  }

  @Override
  public List<String> scopes() {
    return List.of(EchoTools.SCOPE);
  }

  @Override
  public void write(Path war, boolean isProtected) throws IOException {
    WarArchive.write(war, isProtected);
  }

  @Override
  public CallRequest prepare(int port, Optional<String> token) {
    List<String> headers =
        List.of(
            "MCP-Protocol-Version: " + ToolCall.REVISION,
            "Mcp-Method: tools/call",
            "Mcp-Name: " + EchoTools.TOOL);
    return new CallRequest(port, headers, ToolCall.ofSize(CallRequest.SIZE));
  }
}
