// SPDX-License-Identifier: Apache-2.0
package org.mcpauth;

/**
 * What a message asks an MCP server to do: call a tool, get a prompt, use a resource, or any other
 * method of the protocol.
 *
 * @param kind what the name is a name of
 * @param name the tool's or prompt's name, the resource's URI, or the JSON-RPC method. Requests
 *     without a message have the HTTP method as their name ({@code GET}, {@code DELETE}).
 */
public record McpOperation(Kind kind, String name) {

  /**
   * Checks that there is a name.
   *
   * @param kind what the name is a name of
   * @param name the name
   * @throws IllegalArgumentException if the name is empty
   */
  public McpOperation {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("an operation has a name");
    }
  }

  /** What an operation's name is a name of. */
  public enum Kind {
    /** A tool: {@code tools/call}. */
    TOOL,
    /** A prompt: {@code prompts/get}. */
    PROMPT,
    /** A resource: {@code resources/read}, {@code resources/subscribe} and their like. */
    RESOURCE,
    /** Any other method, named as in the message. */
    METHOD
  }

  /**
   * A call of a tool.
   *
   * @param name the tool's name, {@code params.name} of {@code tools/call}
   * @return the operation
   * @throws IllegalArgumentException if the name is empty
   */
  public static McpOperation tool(String name) {
    return new McpOperation(Kind.TOOL, name);
  }

  /**
   * The use of a prompt.
   *
   * @param name the prompt's name, {@code params.name} of {@code prompts/get}
   * @return the operation
   * @throws IllegalArgumentException if the name is empty
   */
  public static McpOperation prompt(String name) {
    return new McpOperation(Kind.PROMPT, name);
  }

  /**
   * The use of a resource.
   *
   * @param uri the resource's URI, {@code params.uri} of {@code resources/read}
   * @return the operation
   * @throws IllegalArgumentException if the URI is empty
   */
  public static McpOperation resource(String uri) {
    return new McpOperation(Kind.RESOURCE, uri);
  }

  /**
   * Any other method of the protocol.
   *
   * @param method the JSON-RPC method, {@code tools/list} for example, or the HTTP method of a
   *     request that carries no message
   * @return the operation
   * @throws IllegalArgumentException if the method is empty
   */
  public static McpOperation method(String method) {
    return new McpOperation(Kind.METHOD, method);
  }
}
