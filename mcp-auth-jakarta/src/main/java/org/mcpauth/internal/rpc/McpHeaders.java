// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rpc;

import jakarta.json.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The headers that mirror a message (MCP 2026-07-28, Streamable HTTP): {@code
 * MCP-Protocol-Version}, {@code Mcp-Method} and {@code Mcp-Name}. The message decides; headers that
 * say something else are refused with -32020, because something on the way may have believed them.
 */
public final class McpHeaders {

  private static final Pattern ENCODED = Pattern.compile("=\\?base64\\?(.*)\\?=");

  private final HeaderLookup headers;
  private final JsonValue id;

  private McpHeaders(HeaderLookup headers, JsonValue id) {
    this.headers = headers;
    this.id = id;
  }

  /**
   * Compares the headers of a request with its message.
   *
   * @param message the message
   * @param headers the headers
   * @throws MalformedMessageException if they differ, or if one is missing that the revision wants
   */
  public static void requireSame(RpcMessage message, HeaderLookup headers)
      throws MalformedMessageException {
    if (message instanceof RpcMessage.Request request) {
      new McpHeaders(headers, request.id()).check(request.method(), request.target(), true);
    } else if (message instanceof RpcMessage.Notification notification) {
      new McpHeaders(headers, JsonValue.NULL)
          .check(notification.method(), notification.target(), false);
    }
    // A response of the client mirrors nothing.
  }

  /**
   * The revision of MCP that a request speaks.
   *
   * @param message its message, whose headers are the same
   * @param headers its headers
   * @return the revision; empty if the request does not say so, as before 2025-06-18
   */
  public static Optional<Revision> revision(RpcMessage message, HeaderLookup headers) {
    return Stream.concat(
            message.protocolVersion().stream(), headers.headers("MCP-Protocol-Version").stream())
        .flatMap(version -> Revision.of(version).stream())
        .findFirst();
  }

  /**
   * Tells whether a request says that it is of a revision without sessions, 2026-07-28 or later.
   *
   * @param headers its headers
   * @return true if it does
   */
  public static boolean isStateless(HeaderLookup headers) {
    return headers.headers("MCP-Protocol-Version").stream()
        .anyMatch(version -> isMirrored(Optional.of(version)));
  }

  /**
   * A text as a header can hold it: as it is, or as {@code =?base64?…?=}.
   *
   * @param text any text
   * @return visible ASCII and spaces
   */
  public static String encoded(String text) {
    boolean plain =
        text.chars().allMatch(c -> c >= 0x20 && c < 0x7F)
            && text.equals(text.trim())
            && !ENCODED.matcher(text).matches();
    return plain
        ? text
        : "=?base64?"
            + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
            + "?=";
  }

  private void check(String method, Target target, boolean request)
      throws MalformedMessageException {
    Optional<String> version = single("MCP-Protocol-Version");
    boolean mirrored = isMirrored(version) || isMirrored(target.protocolVersion());
    boolean wanted = mirrored && request;
    checkVersion(version, target.protocolVersion(), wanted);
    compare("Mcp-Method", Optional.of(method), wanted);
    switch (method) {
      case "tools/call", "prompts/get" -> compare("Mcp-Name", target.name(), wanted);
      case "resources/read" -> compare("Mcp-Name", target.uri(), wanted);
      default -> {
        // MCP gives no other method a name to mirror.
      }
    }
  }

  private void checkVersion(Optional<String> header, Optional<String> meta, boolean wanted)
      throws MalformedMessageException {
    if (wanted && header.isPresent() && meta.isEmpty()) {
      throw new MalformedMessageException(
          new RpcError(
              RpcError.INVALID_PARAMS,
              "params._meta lacks io.modelcontextprotocol/protocolVersion",
              id));
    }
    if (meta.isPresent() && (wanted || header.isPresent()) && !meta.equals(header)) {
      throw mismatch("MCP-Protocol-Version");
    }
  }

  private void compare(String name, Optional<String> expected, boolean wanted)
      throws MalformedMessageException {
    Optional<String> value = single(name);
    if (value.isEmpty() ? wanted : !decoded(value.get()).equals(expected)) {
      throw mismatch(name);
    }
  }

  private Optional<String> single(String name) throws MalformedMessageException {
    List<String> values = headers.headers(name);
    if (values.size() > 1) {
      throw mismatch(name);
    }
    return values.stream().findFirst();
  }

  /**
   * A name that a header cannot hold is sent as {@code =?base64?…?=}. Other bytes than ASCII are
   * refused: what they mean is up to each reader.
   */
  private static Optional<String> decoded(String value) {
    if (!value.chars().allMatch(c -> c >= 0x20 && c < 0x7F)) {
      return Optional.empty();
    }
    var encoded = ENCODED.matcher(value);
    if (!encoded.matches()) {
      return Optional.of(value);
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(encoded.group(1));
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean isMirrored(Optional<String> version) {
    return version
        .flatMap(Revision::of)
        .filter(revision -> revision.isSince(Revision.STATELESS))
        .isPresent();
  }

  private MalformedMessageException mismatch(String header) {
    return new MalformedMessageException(
        new RpcError(
            RpcError.HEADER_MISMATCH,
            "The header " + header + " is missing or differs from the message",
            id));
  }
}
