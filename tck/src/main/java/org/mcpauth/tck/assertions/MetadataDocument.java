// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mcpauth.tck.http.Body;
import org.mcpauth.tck.http.HttpCall;
import org.mcpauth.tck.http.HttpSender;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/**
 * The metadata document, found as MCP tells clients to find it: where the challenge says, or else
 * at the well-known URL with the path of the endpoint, or else at the one of the host.
 *
 * @param url where it is
 * @param reply with the document
 */
record MetadataDocument(URI url, Reply reply) {

  private static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";

  /** The document; blocked unless it is there. */
  static MetadataDocument of(McpServer server) {
    MetadataDocument found = find(server, call -> call);
    BlockedError.unless(found.isServed(), "metadata must be served", found.reply);
    return found;
  }

  /** The first place where there is a document, or else the first place, asked in some way. */
  static MetadataDocument find(McpServer server, UnaryOperator<HttpCall> how) {
    List<MetadataDocument> places =
        places(server).stream()
            .map(url -> new MetadataDocument(url, get(server, url, how)))
            .toList();
    return places.stream().filter(MetadataDocument::isServed).findFirst().orElse(places.get(0));
  }

  private static List<URI> places(McpServer server) {
    Reply refusal = server.send(server.call(Operation.SIMPLE_TEXT));
    return Refusals.read(refusal)
        .flatMap(challenge -> challenge.parameter("resource_metadata"))
        .flatMap(MetadataDocument::location)
        .map(List::of)
        .orElseGet(() -> List.of(withPath(server), atRoot(server)));
  }

  /** The well-known URL for a server, with the path of its endpoint (RFC 9728 §3.1). */
  static URI withPath(McpServer server) {
    String path = server.path().equals("/") ? "" : server.path();
    return server.endpoint().resolve(WELL_KNOWN + path);
  }

  /** The well-known URL for a host without a path. */
  static URI atRoot(McpServer server) {
    return server.endpoint().resolve(WELL_KNOWN);
  }

  /** What is at a place, if anything. */
  static MetadataDocument at(URI url, McpServer server) {
    return new MetadataDocument(url, get(server, url, call -> call));
  }

  /** An absolute URL; empty if it is none that a client can get. */
  static Optional<URI> location(String text) {
    try {
      URI url = new URI(text);
      boolean web =
          "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
      return Optional.of(url).filter(u -> web && u.getHost() != null && u.getFragment() == null);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Reply get(McpServer server, URI url, UnaryOperator<HttpCall> how) {
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    String target = url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    HttpCall call =
        how.apply(
            new HttpCall("GET", target, List.of(), Body.NONE)
                .adding("Accept", "application/json")
                .adding("MCP-Protocol-Version", server.revision().date()));
    boolean same = url.getAuthority().equals(server.endpoint().getAuthority());
    try {
      return same ? server.send(call) : new HttpSender(url).send(call);
    } catch (UncheckedIOException e) {
      return new Reply(call, Reply.CLOSED, List.of(), "no reply from " + url);
    }
  }

  /** Asks at the same place again, in another way. */
  Reply again(McpServer server, UnaryOperator<HttpCall> how) {
    return get(server, url, how);
  }

  /** Whether a client gets a document that it can read (RFC 9728 §3.2). */
  boolean isServed() {
    return reply.status() == 200
        && reply.contentType().equals("application/json")
        && reply.json().isPresent();
  }

  JsonObject json() {
    return reply.json().orElseThrow();
  }

  /** A member that is a text; blocked if it is something else. */
  Optional<String> text(String member) {
    JsonValue value = json().get(member);
    BlockedError.unless(
        value == null || value instanceof JsonString, member + " must be a string", reply);
    return value instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
  }

  /** A member that is a list of texts, none if it is absent; blocked if it is something else. */
  List<String> texts(String member) {
    JsonValue value = json().get(member);
    boolean right =
        value == null
            || (value instanceof JsonArray array
                && array.stream().allMatch(JsonString.class::isInstance));
    BlockedError.unless(right, member + " must be an array of strings", reply);
    return value instanceof JsonArray array
        ? array.getValuesAs(JsonString.class).stream().map(JsonString::getString).toList()
        : List.of();
  }
}
