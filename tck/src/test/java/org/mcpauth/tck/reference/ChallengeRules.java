// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mcpauth.tck.server.Operation;

/** What is said to those who are refused. */
public class ChallengeRules {

  /** A line of its own, as names of headers are the same in any case. */
  public static final String DPOP_LINE = "WWW-authenticate";

  protected final MetadataRules metadata;

  public ChallengeRules(MetadataRules metadata) {
    this.metadata = metadata;
  }

  public Answer credentialsMissing(Request request) {
    return challenge(401, request, Map.of("scope", baseline()));
  }

  public Answer invalidToken(Request request) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("error", "invalid_token");
    parameters.put("scope", baseline());
    return challenge(401, request, parameters);
  }

  public Answer invalidRequest(Request request) {
    return challenge(400, request, Map.of("error", "invalid_request"));
  }

  public Answer insufficientScope(
      Request request, Operation operation, Caller caller, ScopeRules scopes) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("error", "insufficient_scope");
    Set<String> named = new TreeSet<>(operation.scopes());
    if (isReplacedBy(request)) {
      named.addAll(caller.scopes());
    }
    parameters.put("scope", String.join(" ", named));
    return challenge(403, request, parameters);
  }

  /** Whether a client of this revision asks for what the challenge names and nothing else. */
  public boolean isReplacedBy(Request request) {
    return !request.header("MCP-Protocol-Version").equals(Optional.of("2026-07-28"));
  }

  /** The user has to be authenticated again (RFC 9470 §3). */
  public Answer insufficientAuthentication(Request request, Map<String, String> lacking) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("error", "insufficient_user_authentication");
    parameters.putAll(lacking);
    return challenge(401, request, parameters);
  }

  public String baseline() {
    return Operation.BASELINE;
  }

  /** Adds what every challenge has. */
  public Answer challenge(int status, Request request, Map<String, String> parameters) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put("resource_metadata", metadata.url(request).toString());
    Answer answer =
        Answer.error(status, -32001, "Unauthorized").with("WWW-Authenticate", header(all));
    return status == 401 ? offeringDpop(answer, Map.of()) : answer;
  }

  /** A proof of possession is wrong (RFC 9449 §7.1). */
  public Answer invalidProof(Request request) {
    return dpop(request, "invalid_dpop_proof");
  }

  /** A proof has no nonce of this server's (RFC 9449 §9). */
  public Answer nonceNeeded(Request request, String nonce) {
    return dpop(request, "use_dpop_nonce").with("DPoP-Nonce", nonce);
  }

  /** A token under the scheme DPoP is wrong, or not for it. */
  public Answer invalidBoundToken(Request request) {
    return dpop(request, "invalid_token");
  }

  private Answer dpop(Request request, String error) {
    Answer answer = challenge(401, request, Map.of("scope", baseline()));
    return offeringDpop(answer, Map.of("error", error));
  }

  /** Adds or replaces the challenge to DPoP. */
  public Answer offeringDpop(Answer answer, Map<String, String> parameters) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put("algs", DpopRules.ALGORITHM);
    return answer.with(DPOP_LINE, "DPoP " + list(all));
  }

  public String header(Map<String, String> parameters) {
    return "Bearer " + list(parameters);
  }

  private static String list(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> entry.getKey() + "=\"" + entry.getValue() + "\"")
        .collect(Collectors.joining(", "));
  }
}
