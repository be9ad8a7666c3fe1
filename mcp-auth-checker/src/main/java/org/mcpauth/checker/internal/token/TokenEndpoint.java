// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.internal.token;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mcpauth.checker.internal.discovery.Metadata;
import org.mcpauth.checker.internal.http.Answer;
import org.mcpauth.checker.internal.http.Fetcher;
import org.mcpauth.checker.options.TokenRequest;

/** Asks for a token with client credentials (RFC 6749 §4.4) for a resource (RFC 8707 §2.2). */
final class TokenEndpoint {

  private static final String BASIC = "client_secret_basic";
  private static final String POST = "client_secret_post";

  private final Fetcher fetcher;
  private final URI location;
  private final String method;

  private TokenEndpoint(Fetcher fetcher, URI location, String method) {
    this.fetcher = fetcher;
    this.location = location;
    this.method = method;
  }

  /** Empty if the endpoint cannot be used, or wants another proof than a secret. */
  static Optional<TokenEndpoint> of(Fetcher fetcher, Metadata metadata) {
    List<String> methods =
        metadata.texts("token_endpoint_auth_methods_supported").orElse(List.of(BASIC));
    Optional<String> method = List.of(BASIC, POST).stream().filter(methods::contains).findFirst();
    return metadata
        .endpoint("token_endpoint")
        .flatMap(location -> method.map(m -> new TokenEndpoint(fetcher, location, m)));
  }

  Answer ask(TokenRequest request) throws IOException {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "client_credentials");
    form.put("resource", request.resource());
    if (!request.scopes().isEmpty()) {
      form.put("scope", String.join(" ", request.scopes()));
    }
    if (method.equals(BASIC)) {
      return fetcher.post(location, Map.of("Authorization", basic(request)), encode(form));
    }
    form.put("client_id", request.clientId());
    form.put("client_secret", request.clientSecret());
    return fetcher.post(location, Map.of(), encode(form));
  }

  /** Both are form-encoded before they are joined (RFC 6749 §2.3.1). */
  private static String basic(TokenRequest request) {
    String pair = encode(request.clientId()) + ":" + encode(request.clientSecret());
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> field.getKey() + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
