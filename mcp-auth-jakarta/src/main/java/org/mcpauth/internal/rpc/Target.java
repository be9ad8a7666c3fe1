// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rpc;

import java.util.List;
import java.util.Optional;
import org.mcpauth.McpOperation;

/**
 * What the parameters of a message name.
 *
 * @param name {@code params.name}
 * @param uri {@code params.uri}
 * @param refName {@code params.ref.name}
 * @param refUri {@code params.ref.uri}
 * @param protocolVersion {@code params._meta["io.modelcontextprotocol/protocolVersion"]}
 */
record Target(
    Optional<String> name,
    Optional<String> uri,
    Optional<String> refName,
    Optional<String> refUri,
    Optional<String> protocolVersion) {

  /** Parameters that name nothing. */
  static final Target NONE =
      new Target(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * The operation of a method with these parameters.
   *
   * @param method the message's method
   * @return the operation; empty if the parameters lack the name that the method needs
   */
  Optional<McpOperation> operationOf(String method) {
    return switch (method) {
      case "tools/call" -> present(name).map(McpOperation::tool);
      case "prompts/get" -> present(name).map(McpOperation::prompt);
      case "resources/read" -> present(uri).map(McpOperation::resource);
      case "resources/subscribe", "resources/unsubscribe" ->
          present(uri).map(McpOperation::resource).or(() -> removed(method));
      // Completing an argument tells about the prompt or resource, so it needs what that needs.
      case "completion/complete" -> reference();
      default -> Optional.of(McpOperation.method(method));
    };
  }

  /**
   * Where the message has the name of what a method is about.
   *
   * @param method the message's method, one whose operation has a name
   * @return the names of the members that lead there
   */
  List<String> placeOf(String method) {
    return switch (method) {
      case "tools/call", "prompts/get" -> List.of("params", "name");
      case "completion/complete" ->
          List.of("params", "ref", present(refUri).isPresent() ? "uri" : "name");
      default -> List.of("params", "uri");
    };
  }

  /**
   * From 2026-07-28 on, where messages say which revision they are of, there is no such method: it
   * is for the server to say so, and a parameter cannot be missing.
   */
  private Optional<McpOperation> removed(String method) {
    return protocolVersion.map(version -> McpOperation.method(method));
  }

  /** With both a name and a URI, another reader might go by the other one. */
  private Optional<McpOperation> reference() {
    if (refName.isPresent() && refUri.isPresent()) {
      return Optional.empty();
    }
    return present(refUri)
        .map(McpOperation::resource)
        .or(() -> present(refName).map(McpOperation::prompt));
  }

  private static Optional<String> present(Optional<String> text) {
    return text.filter(value -> !value.isEmpty());
  }
}
