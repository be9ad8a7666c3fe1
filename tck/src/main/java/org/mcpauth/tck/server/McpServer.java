// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.server;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.mcpauth.tck.Revision;
import org.mcpauth.tck.http.Body;
import org.mcpauth.tck.http.HttpCall;
import org.mcpauth.tck.http.HttpSender;
import org.mcpauth.tck.http.Reply;

/** The server under test, spoken to in one revision of MCP. Thread-safe. */
public final class McpServer {

  private static final String META = "io.modelcontextprotocol/";
  private static final String JSON = "application/json";

  private final Target target;
  private final Revision revision;
  private final HttpSender sender;
  private final Session session;
  private final AtomicInteger ids = new AtomicInteger();

  McpServer(Target target, Revision revision, HttpSender sender) {
    this(target, revision, sender, target.tokens().full());
  }

  private McpServer(Target target, Revision revision, HttpSender sender, String opener) {
    this.target = target;
    this.revision = revision;
    this.sender = sender;
    this.session = new Session(this, opener);
  }

  /**
   * The revision that is spoken.
   *
   * @return the revision
   */
  public Revision revision() {
    return revision;
  }

  /**
   * The URL of the MCP endpoint, and the resource identifier.
   *
   * @return the URL
   */
  public URI endpoint() {
    return target.endpoint();
  }

  /**
   * The tokens of this run.
   *
   * @return the tokens
   */
  public Tokens tokens() {
    return target.tokens();
  }

  /**
   * The same server in a session of another caller, for a revision that has sessions.
   *
   * @param token the valid token of that caller
   * @return the server
   */
  public McpServer inSessionOf(String token) {
    return new McpServer(target, revision, sender, token);
  }

  /**
   * Another protected resource of the same server.
   *
   * @param feature what it is there for
   * @return the same revision at its endpoint, with tokens for it
   * @throws NotOfferedException if the profile names none
   * @throws NotCheckableException if this run has no issuer of its own
   */
  public McpServer at(Feature feature) {
    return target.at(feature).speaking(revision);
  }

  /**
   * {@return the same for a feature that any endpoint may have: this, if the profile names none}
   *
   * @param feature what it is there for
   */
  public McpServer atOrHere(Feature feature) {
    return target.profile().features().containsKey(feature) ? at(feature) : this;
  }

  /**
   * A request that a client of this revision sends, but without a token.
   *
   * @param operation what is asked for
   * @return a call that may be changed
   */
  public HttpCall call(Operation operation) {
    HttpCall call = sessionless(operation);
    return session.id().map(id -> call.with("Mcp-Session-Id", id)).orElse(call);
  }

  /** The same outside of any session. */
  HttpCall sessionless(Operation operation) {
    boolean notification = operation.method().startsWith("notifications/");
    HttpCall call =
        new HttpCall("POST", path(), List.of(), Body.NONE)
            .adding("Content-Type", JSON)
            .adding("Accept", JSON + ", text/event-stream");
    if (!operation.method().equals("initialize")) {
      call = call.adding("MCP-Protocol-Version", revision.date());
    }
    if (revision.isStateless()) {
      call = call.adding("Mcp-Method", operation.method());
      call = operation.name().isEmpty() ? call : call.adding("Mcp-Name", operation.name().get());
    }
    return call.body(message(operation, notification).toString());
  }

  /**
   * The JSON-RPC message for an operation.
   *
   * @param operation what is asked for
   * @param notification whether no answer is wanted
   * @return the message
   */
  public JsonObject message(Operation operation, boolean notification) {
    JsonObjectBuilder message = Json.createObjectBuilder().add("jsonrpc", "2.0");
    if (!notification) {
      message.add("id", ids.incrementAndGet());
    }
    JsonObjectBuilder params = Json.createObjectBuilder(operation.params());
    if (revision.isStateless()) {
      params.add("_meta", meta());
    }
    return message.add("method", operation.method()).add("params", params).build();
  }

  private JsonObject meta() {
    return Json.createObjectBuilder()
        .add(META + "protocolVersion", revision.date())
        .add(META + "clientInfo", Session.CLIENT)
        .add(META + "clientCapabilities", JsonObject.EMPTY_JSON_OBJECT)
        .build();
  }

  /**
   * Sends a call.
   *
   * @param call the call
   * @return the reply
   */
  public Reply send(HttpCall call) {
    return sender.send(call);
  }

  /**
   * Asks for an operation with a token.
   *
   * @param operation what is asked for
   * @param token the token
   * @return the reply
   */
  public Reply send(Operation operation, String token) {
    return send(call(operation).bearer(token));
  }

  /**
   * Gets a document of this server, without a token.
   *
   * @param url where it is; on another host than the endpoint it is fetched from there
   * @return the reply
   */
  public Reply get(URI url) {
    HttpCall call =
        new HttpCall("GET", requestTarget(url), List.of(), Body.NONE).adding("Accept", JSON);
    boolean same = url.getAuthority().equals(endpoint().getAuthority());
    return same ? send(call) : new HttpSender(url).send(call);
  }

  /**
   * The path of the endpoint, as it is sent.
   *
   * @return path and query
   */
  public String path() {
    return requestTarget(endpoint());
  }

  private static String requestTarget(URI uri) {
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return Optional.ofNullable(uri.getRawQuery()).map(query -> path + "?" + query).orElse(path);
  }
}
