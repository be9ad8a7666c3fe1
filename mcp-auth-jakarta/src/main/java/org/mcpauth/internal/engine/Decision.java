// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.mcpauth.AccessToken;
import org.mcpauth.McpOperation;
import org.mcpauth.Scopes;
import org.mcpauth.internal.challenge.Challenge;
import org.mcpauth.internal.rpc.BufferedBody;
import org.mcpauth.internal.rpc.RpcError;
import org.mcpauth.internal.session.CallerSession;

/** What becomes of a request. */
public sealed interface Decision {

  /** The request is none of ours: it goes on as it is. */
  record Pass() implements Decision {}

  /**
   * The request goes on to the MCP server.
   *
   * @param caller who asks; empty for an anonymous operation without a token
   * @param operation what the request asks for
   * @param body the message, to be replayed; empty if the request was not read
   * @param headers headers to add to the answer
   * @param correlationId what all events of this request have in common
   * @param passage what is changed of the request and of the answer besides
   * @param granted false if the caller is refused by an answer to what does not exist
   */
  record Proceed(
      Optional<Caller> caller,
      McpOperation operation,
      Optional<BufferedBody> body,
      Map<String, String> headers,
      String correlationId,
      Passage passage,
      boolean granted)
      implements Decision {

    /** The same in a session. */
    Proceed in(CallerSession session) {
      return new Proceed(
          caller, operation, body, headers, correlationId, passage.in(session), granted);
    }

    /**
     * The verified token of the caller.
     *
     * @return the token; empty for an anonymous operation without one
     */
    public Optional<AccessToken> token() {
      return caller.map(Caller::token);
    }
  }

  /** The request ends here, with an answer. */
  sealed interface Answered extends Decision {

    /**
     * Calls the method for this case. Java 17 cannot switch on types; this way the compiler knows
     * if a case was forgotten.
     *
     * @param <R> what the cases result in
     * @param cases one method for every case
     * @return the result
     */
    <R> R accept(Cases<R> cases);
  }

  /**
   * One method for every kind of answer.
   *
   * @param <R> what they result in
   */
  interface Cases<R> {
    R metadata(Metadata metadata);

    R metadataMethodNotAllowed(MetadataMethodNotAllowed refusal);

    R preflight(Preflight preflight);

    R forbiddenOrigin(ForbiddenOrigin refusal);

    R challenged(Challenged refusal);

    R forbidden(Forbidden refusal);

    R toolError(ToolError refusal);

    R sessionNotFound(SessionNotFound refusal);

    R malformed(Malformed refusal);

    R unavailable(Unavailable refusal);

    R failed(Failed refusal);
  }

  /**
   * The answer to a request for a document that is there for everybody.
   *
   * @param request the request
   * @param json the document
   * @param entityTag its entity tag
   * @param maxAge for how long it may be cached
   * @return the document, a preflight, or a refusal of other methods
   */
  static Answered document(
      HttpRequestView request, String json, String entityTag, Duration maxAge) {
    if (CrossOrigin.isPreflight(request)) {
      return new Preflight(true);
    }
    return switch (request.method()) {
      case "GET", "HEAD" -> new Metadata(json, entityTag, maxAge);
      default -> new MetadataMethodNotAllowed();
    };
  }

  /**
   * A document that is there for everybody: the protected resource metadata, or that of an
   * authorization server.
   *
   * @param json the document
   * @param entityTag its entity tag
   * @param maxAge for how long it may be cached
   */
  record Metadata(String json, String entityTag, Duration maxAge) implements Answered {

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.metadata(this);
    }
  }

  /** {@code 405}: the metadata is only there to be read. */
  record MetadataMethodNotAllowed() implements Answered {

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.metadataMethodNotAllowed(this);
    }
  }

  /**
   * A CORS preflight, answered before authentication because browsers send no credentials in it.
   *
   * @param everyOrigin whether the answer is for every origin, as for the metadata
   */
  record Preflight(boolean everyOrigin) implements Answered {

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.preflight(this);
    }
  }

  /** {@code 403}: {@code Origin} or {@code Host} is not an allowed one (TR-1). */
  record ForbiddenOrigin() implements Answered {

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.forbiddenOrigin(this);
    }
  }

  /**
   * {@code 401}, {@code 403} or {@code 400} with a challenge.
   *
   * @param challenge the challenge
   * @param headers headers that go with it
   */
  record Challenged(Challenge challenge, Map<String, String> headers) implements Answered {

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.challenged(this);
    }
  }

  /**
   * {@code 403} without a challenge: no other token of this caller would do.
   *
   * @param id the id of the request, null of JSON if there is none
   * @param headers headers that go with it
   */
  record Forbidden(JsonValue id, Map<String, String> headers) implements Answered {

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.forbidden(this);
    }
  }

  /**
   * {@code 200} with the result of a tool that says what is lacking, for clients that cannot step
   * up.
   *
   * @param id the id of the request
   * @param required every scope that the operation needs
   * @param challenge what they would have been told by a {@code 403}
   * @param headers headers that go with it
   */
  record ToolError(JsonValue id, Scopes required, Challenge challenge, Map<String, String> headers)
      implements Answered {

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.toolError(this);
    }
  }

  /**
   * {@code 400}, {@code 413} or {@code 415}: the message cannot be let through.
   *
   * @param status the HTTP status
   * @param error what to tell the client
   */
  record Malformed(int status, RpcError error) implements Answered {

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.malformed(this);
    }
  }

  /** {@code 404}: the session is not one that this caller opened. */
  record SessionNotFound() implements Answered {

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.sessionNotFound(this);
    }
  }

  /** {@code 503}: the authorization server does not answer, so nothing is known about the token. */
  record Unavailable() implements Answered {

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.unavailable(this);
    }
  }

  /** {@code 500}: deciding failed, and so the request is refused. */
  record Failed() implements Answered {

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.failed(this);
    }
  }
}
