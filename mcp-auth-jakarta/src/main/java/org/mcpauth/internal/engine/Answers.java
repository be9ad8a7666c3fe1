// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.mcpauth.internal.challenge.Challenge;
import org.mcpauth.internal.challenge.ChallengeError;
import org.mcpauth.internal.rpc.RpcError;
import org.mcpauth.internal.settings.McpAuthSettings;

/**
 * The one writer of answers: turns a decision into status, headers and body.
 *
 * <p>A {@code 400} has a JSON-RPC error as its body (TR-9). A {@code 401} and {@code 403} have the
 * members of an OAuth error response (RFC 6749 §5.2): JSON-RPC has no code for them (TR-8), the
 * header is what counts.
 */
final class Answers implements Decision.Cases<HttpAnswer> {

  private final McpAuthSettings settings;
  private final JsonProvider provider;
  private final HttpRequestView request;

  /**
   * Makes a writer for one request.
   *
   * @param request the request that is answered
   */
  Answers(McpAuthSettings settings, JsonProvider provider, HttpRequestView request) {
    this.settings = settings;
    this.provider = provider;
    this.request = request;
  }

  @Override
  public HttpAnswer metadata(Decision.Metadata metadata) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Cache-Control", "max-age=" + metadata.maxAge().toSeconds());
    headers.put("ETag", metadata.entityTag());
    headers.put("Access-Control-Allow-Origin", "*");
    if (isKnown(metadata.entityTag())) {
      return new HttpAnswer(304, headers, "");
    }
    headers.put("X-Content-Type-Options", "nosniff");
    return json(200, headers, metadata.json());
  }

  @Override
  public HttpAnswer metadataMethodNotAllowed(Decision.MetadataMethodNotAllowed refusal) {
    return new HttpAnswer(
        405, Map.of("Allow", "GET, HEAD, OPTIONS", "Access-Control-Allow-Origin", "*"), "");
  }

  @Override
  public HttpAnswer preflight(Decision.Preflight preflight) {
    Map<String, String> headers = new LinkedHashMap<>(CrossOrigin.preflightHeaders(request));
    headers.putAll(
        preflight.everyOrigin()
            ? Map.of("Access-Control-Allow-Origin", "*")
            : CrossOrigin.headers(request));
    return new HttpAnswer(204, headers, "");
  }

  @Override
  public HttpAnswer forbiddenOrigin(Decision.ForbiddenOrigin refusal) {
    RpcError error =
        RpcError.withoutId(
            RpcError.INVALID_REQUEST, "The Origin or Host of the request is not allowed");
    Map<String, String> headers = new LinkedHashMap<>();
    return json(403, headers, error.toJson(provider));
  }

  @Override
  public HttpAnswer challenged(Decision.Challenged refusal) {
    Challenge challenge = refusal.challenge();
    Map<String, String> headers = refusalHeaders();
    headers.putAll(refusal.headers());
    headers.put("WWW-Authenticate", challenge.toHeaderValue());
    if (challenge.error().isEmpty()) {
      return new HttpAnswer(challenge.status(), headers, "");
    }
    return json(challenge.status(), headers, body(challenge, challenge.error().get()));
  }

  @Override
  public HttpAnswer forbidden(Decision.Forbidden refusal) {
    Map<String, String> headers = refusalHeaders();
    headers.putAll(refusal.headers());
    return json(
        403,
        headers,
        oauthError("access_denied", "The caller may not use this operation").build().toString());
  }

  /** As the tool itself would have said it; ChatGPT reads the challenge from {@code _meta}. */
  @Override
  public HttpAnswer toolError(Decision.ToolError refusal) {
    Map<String, String> headers = refusalHeaders();
    headers.putAll(refusal.headers());
    return json(200, headers, ToolErrorResult.of(refusal, provider));
  }

  /** As for a session that does not exist (any more): clients then open another one. */
  @Override
  public HttpAnswer sessionNotFound(Decision.SessionNotFound refusal) {
    RpcError error = RpcError.withoutId(RpcError.SESSION_NOT_FOUND, "Session not found");
    return json(404, refusalHeaders(), error.toJson(provider));
  }

  @Override
  public HttpAnswer malformed(Decision.Malformed refusal) {
    return json(refusal.status(), refusalHeaders(), refusal.error().toJson(provider));
  }

  @Override
  public HttpAnswer unavailable(Decision.Unavailable refusal) {
    Map<String, String> headers = refusalHeaders();
    // Before that the authorization server is not asked again.
    headers.put("Retry-After", String.valueOf(settings.fetch().jwksCoolDown().toSeconds()));
    return json(
        503,
        headers,
        oauthError("temporarily_unavailable", "The authorization server does not answer")
            .build()
            .toString());
  }

  @Override
  public HttpAnswer failed(Decision.Failed refusal) {
    return json(
        500,
        refusalHeaders(),
        oauthError("server_error", "The request could not be authorized").build().toString());
  }

  /** RFC 9110 §13.1.2: any of the tags in the list, weak or not. */
  private boolean isKnown(String entityTag) {
    return request.headers("If-None-Match").stream()
        .flatMap(value -> Stream.of(value.split(",", -1)))
        .map(tag -> tag.trim().replaceFirst("^W/", ""))
        .anyMatch(tag -> tag.equals(entityTag) || tag.equals("*"));
  }

  private String body(Challenge challenge, ChallengeError error) {
    if (error == ChallengeError.INVALID_REQUEST) {
      return RpcError.withoutId(RpcError.INVALID_REQUEST, challenge.description()).toJson(provider);
    }
    JsonObjectBuilder body = oauthError(error.code(), challenge.description());
    if (!challenge.scopes().isEmpty()) {
      body.add("scope", challenge.scopes().toString());
    }
    return body.build().toString();
  }

  private JsonObjectBuilder oauthError(String code, String description) {
    return provider.createObjectBuilder().add("error", code).add("error_description", description);
  }

  private Map<String, String> refusalHeaders() {
    Map<String, String> headers = new LinkedHashMap<>(CrossOrigin.headers(request));
    headers.put("Cache-Control", "no-store");
    return headers;
  }

  private static HttpAnswer json(int status, Map<String, String> headers, String body) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put("Content-Type", "application/json");
    return new HttpAnswer(status, all, body);
  }
}
