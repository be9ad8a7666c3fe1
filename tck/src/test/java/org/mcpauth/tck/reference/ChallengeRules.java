// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.mcpauth.tck.server.Operation;

/** What is said to those who are refused. */
public class ChallengeRules {

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
    parameters.put("scope", String.join(" ", operation.scopes()));
    return challenge(403, request, parameters);
  }

  public String baseline() {
    return Operation.BASELINE;
  }

  /** Adds what every challenge has. */
  public Answer challenge(int status, Request request, Map<String, String> parameters) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put("resource_metadata", metadata.url(request).toString());
    return Answer.error(status, -32001, "Unauthorized").with("WWW-Authenticate", header(all));
  }

  public String header(Map<String, String> parameters) {
    return "Bearer "
        + parameters.entrySet().stream()
            .map(entry -> entry.getKey() + "=\"" + entry.getValue() + "\"")
            .collect(Collectors.joining(", "));
  }
}
