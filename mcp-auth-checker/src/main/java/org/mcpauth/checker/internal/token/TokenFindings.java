// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.internal.token;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mcpauth.checker.internal.discovery.Metadata;
import org.mcpauth.checker.internal.http.Answer;
import org.mcpauth.checker.internal.http.Fetcher;
import org.mcpauth.checker.internal.json.JsonReading;
import org.mcpauth.checker.internal.json.Members;
import org.mcpauth.checker.internal.json.UnreadableJsonException;
import org.mcpauth.checker.options.TokenRequest;
import org.mcpauth.checker.report.Check;
import org.mcpauth.checker.report.Finding;

/** Gets a token and says what is in it, never the token itself. */
public final class TokenFindings {

  private final Metadata metadata;
  private final TokenRequest request;
  private final Optional<Set<String>> keyIds;
  private final Clock clock;

  /**
   * Prepares.
   *
   * @param metadata of the issuer
   * @param request what to ask for
   * @param keyIds the keys that the issuer publishes, if they could be read
   * @param clock tells how long a token still lives
   */
  public TokenFindings(
      Metadata metadata, TokenRequest request, Optional<Set<String>> keyIds, Clock clock) {
    this.metadata = metadata;
    this.request = request;
    this.keyIds = keyIds;
    this.clock = clock;
  }

  /**
   * What is said where no token was asked for: metadata does not tell.
   *
   * @return a finding
   */
  public static Finding unknown() {
    return Finding.info(
        Check.RESOURCE_INDICATORS,
        "not advertised: unknown. No metadata says whether resource becomes aud; give client"
            + " credentials and a resource to find out.");
  }

  /**
   * Asks for the token and looks at it.
   *
   * @param fetcher sends the request
   * @return the findings
   */
  public List<Finding> with(Fetcher fetcher) {
    // Credentials of one issuer must not reach another (RFC 8414 §6.2).
    if (!metadata.isOfIssuer() || !metadata.issuer().faults().isEmpty()) {
      return notAsked("no token was asked for: credentials go only to the issuer that they are of");
    }
    Optional<TokenEndpoint> endpoint = TokenEndpoint.of(fetcher, metadata);
    if (endpoint.isEmpty()) {
      return notAsked(
          "no token was asked for: there is no token endpoint that takes client_secret_basic or"
              + " client_secret_post");
    }
    try {
      Answer answer = endpoint.get().ask(request);
      Members members = new Members(JsonReading.object(answer.body()));
      return answer.status() == 200 ? answered(members) : refused(answer, members);
    } catch (IOException | UnreadableJsonException e) {
      return notAsked("the token endpoint gives no usable answer: " + e.getMessage());
    }
  }

  private static List<Finding> notAsked(String seen) {
    return List.of(unknown(), Finding.warning(Check.TOKEN_REQUEST, seen, "Repair this first."));
  }

  private List<Finding> refused(Answer answer, Members members) {
    String error = members.text("error").orElse("no error code");
    String seen = "status " + answer.status() + ", " + safe(error) + description(members);
    Finding refusal =
        Finding.warning(
            Check.TOKEN_REQUEST,
            seen,
            "Check client id, secret, scopes, and whether the client may use client_credentials.");
    return error.equals("invalid_target")
        ? List.of(
            Finding.error(
                Check.RESOURCE_INDICATORS,
                "invalid_target for " + request.resource(),
                "Make the resource known to the authorization server."),
            refusal)
        : List.of(unknown(), refusal);
  }

  private String description(Members members) {
    return members.text("error_description").map(text -> ": " + safe(text)).orElse("");
  }

  /** A server that repeats the request in its answer must not get the secret printed. */
  private String safe(String text) {
    return text.contains(request.clientSecret()) ? "(not shown: it repeats the secret)" : text;
  }

  private List<Finding> answered(Members members) {
    Optional<String> token = members.text("access_token");
    if (token.isEmpty()) {
      return notAsked("status 200 without access_token");
    }
    List<Finding> findings = new ArrayList<>();
    Optional<CompactJwt> jwt = CompactJwt.parse(token.get());
    if (jwt.isEmpty()) {
      findings.add(unknown());
    } else {
      findings.add(new AudienceFinding(request.resource()).of(jwt.get()));
    }
    findings.add(Finding.ok(Check.TOKEN_REQUEST, "a token was issued"));
    findings.add(jwt.isPresent() ? Finding.ok(Check.TOKEN_FORMAT, "a signed JWT") : opaque());
    jwt.map(new ClaimFindings(metadata, keyIds, clock.instant())::of).ifPresent(findings::addAll);
    return findings;
  }

  private Finding opaque() {
    String seen = "opaque, or encrypted: nothing can be read from it";
    return metadata.endpoint("introspection_endpoint").isPresent()
        ? Finding.warning(
            Check.TOKEN_FORMAT,
            seen,
            "Issue JWTs (RFC 9068) for this resource, or let the MCP server use introspection.")
        : Finding.error(
            Check.TOKEN_FORMAT,
            seen,
            "Issue JWTs (RFC 9068) for this resource: without introspection nobody can verify an"
                + " opaque token.");
  }
}
