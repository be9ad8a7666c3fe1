// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.notes;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mcpauth.samples.testing.Answer;
import org.mcpauth.samples.testing.Wire;

/**
 * What an MCP client does that knows nothing but the URL of the endpoint: discover, register,
 * authorize with PKCE, call, step up.
 */
@ExtendWith(NotesExtension.class)
class AuthorizationCodeFlowIT {

  private static final String REDIRECT_URI = "http://127.0.0.1:49152/callback";
  private static final String VERIFIER = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJK";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final RunningNotes notes;

  AuthorizationCodeFlowIT(RunningNotes notes) {
    this.notes = notes;
  }

  @Test
  void callToolWhenClientKnowsOnlyTheUrlThenGetsTokenAndStepsUp() throws Exception {
    Answer refused = Wire.post(notes.endpoint(), "application/json", "{}").requireStatus(401);
    String challenge = refused.header("WWW-Authenticate").get(0);
    JsonNode resource = document(URI.create(parameter(challenge, "resource_metadata")));
    String issuer = resource.at("/authorization_servers/0").asText();
    JsonNode server = document(URI.create(issuer + "/.well-known/oauth-authorization-server"));
    assertThat(server.path("issuer").asText()).isEqualTo(issuer);
    String client = register(server);

    String scope = parameter(challenge, "scope");
    String reader = authorize(server, resource, client, scope);
    McpSession session = McpSession.open(notes, reader);
    JsonNode caller = session.callTool("whoami", Map.of()).result().path("structuredContent");
    assertThat(caller.path("subject").asText()).isEqualTo("dev-user");
    assertThat(caller.path("client").asText()).isEqualTo(client);
    assertThat(caller.path("scopes")).hasToString("[\"notes:read\"]");

    Answer lacking = session.callTool("add_note", Map.of("text", "Buy milk")).requireStatus(403);
    String more = parameter(lacking.header("WWW-Authenticate").get(0), "scope");
    String writer = authorize(server, resource, client, scope + " " + more);
    session.with(writer).callTool("add_note", Map.of("text", "Buy milk")).result();
    assertThat(notes.texts()).containsExactly("Buy milk");
  }

  /** RFC 7591. */
  private static String register(JsonNode server) {
    String metadata =
        """
        {"client_name": "test", "redirect_uris": ["%s"], "token_endpoint_auth_method": "none",
         "grant_types": ["authorization_code", "refresh_token"], "response_types": ["code"]}
        """
            .formatted(REDIRECT_URI);
    URI endpoint = URI.create(server.path("registration_endpoint").asText());
    Answer registered = Wire.post(endpoint, "application/json", metadata).requireStatus(201);
    return Answer.json(registered.body()).path("client_id").asText();
  }

  /** OAuth 2.1 §4.1, RFC 8707, RFC 9207. */
  private static String authorize(JsonNode server, JsonNode resource, String client, String scope)
      throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(US_ASCII));
    Map<String, String> request = new LinkedHashMap<>();
    request.put("response_type", "code");
    request.put("client_id", client);
    request.put("redirect_uri", REDIRECT_URI);
    request.put("code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    request.put("code_challenge_method", "S256");
    request.put("state", "some state");
    request.put("scope", scope);
    request.put("resource", resource.path("resource").asText());
    Answer redirect =
        Wire.get(URI.create(server.path("authorization_endpoint").asText() + "?" + form(request)));
    assertThat(redirect.status()).isIn(302, 303);
    URI location = URI.create(redirect.header("Location").get(0));
    assertThat(location.toString()).startsWith(REDIRECT_URI + "?");
    Map<String, String> response = parse(location.getRawQuery());
    assertThat(response)
        .containsEntry("state", "some state")
        .containsEntry("iss", server.path("issuer").asText())
        .containsKey("code");
    return token(server, resource, client, String.valueOf(response.get("code")));
  }

  private static String token(JsonNode server, JsonNode resource, String client, String code) {
    Map<String, String> request = new LinkedHashMap<>();
    request.put("grant_type", "authorization_code");
    request.put("code", code);
    request.put("client_id", client);
    request.put("redirect_uri", REDIRECT_URI);
    request.put("code_verifier", VERIFIER);
    request.put("resource", resource.path("resource").asText());
    URI endpoint = URI.create(server.path("token_endpoint").asText());
    Answer answer = Wire.post(endpoint, FORM, form(request)).requireStatus(200);
    return Answer.json(answer.body()).path("access_token").asText();
  }

  private static JsonNode document(URI uri) {
    return Answer.json(Wire.get(uri).requireStatus(200).body());
  }

  private static String parameter(String challenge, String name) {
    Matcher matcher = Pattern.compile("[ ,]" + name + "=\"([^\"]*)\"").matcher(challenge);
    assertThat(matcher.find()).as(challenge).isTrue();
    return matcher.group(1);
  }

  private static String form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static Map<String, String> parse(String query) {
    Map<String, String> parameters = new TreeMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      parameters.put(
          pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), UTF_8));
    }
    return parameters;
  }
}
