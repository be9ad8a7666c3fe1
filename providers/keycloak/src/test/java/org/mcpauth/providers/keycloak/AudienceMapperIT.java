// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.providers.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mcpauth.providers.keycloak.SetupExtension.MapperSetup;

/** The guide, step by step, with an audience mapper. */
@ExtendWith(SetupExtension.class)
class AudienceMapperIT {

  private final Setup setup;
  private final URI endpoint;
  private final Challenges challenges;

  AudienceMapperIT(MapperSetup mapper) {
    this.setup = mapper.setup();
    this.endpoint = mapper.lenient();
    this.challenges = mapper.challenges();
  }

  @Test
  void initializeWhenNoTokenThenChallengesAndMetadataNamesKeycloak() {
    Answer refused = McpSession.initializeWithoutToken(endpoint).requireStatus(401);
    assertThat(refused.header("WWW-Authenticate")).containsExactly(challenges.unauthenticated());

    JsonObject metadata = Http.get(challenges.metadata()).requireStatus(200).json();
    assertThat(metadata.getString("resource")).isEqualTo(setup.resource().toString());
    assertThat(metadata.getJsonArray("authorization_servers"))
        .isEqualTo(Json.createArrayBuilder().add(setup.issuer().toString()).build());
    assertThat(metadata.getJsonArray("scopes_supported"))
        .isEqualTo(Json.createArrayBuilder().add("notes:read").build());
  }

  /** RFC 8414 §3.1 inserts the well-known path; OpenID Connect Discovery appends it. */
  @Test
  void discoveryWhenPathIsInsertedThenFindsIssuer() {
    String path = "/.well-known/oauth-authorization-server/realms/mcp";
    JsonObject server = Http.get(setup.keycloak().uri(path)).requireStatus(200).json();
    assertThat(server.getString("issuer")).isEqualTo(setup.issuer().toString());
    assertThat(
            server.getJsonArray("code_challenge_methods_supported").getValuesAs(JsonString.class))
        .extracting(JsonString::getString)
        .contains("S256");
    assertThat(server.getBoolean("authorization_response_iss_parameter_supported")).isTrue();
    Http.get(setup.keycloak().uri("/.well-known/openid-configuration/realms/mcp"))
        .requireStatus(404);
    Http.get(URI.create(setup.issuer() + "/.well-known/openid-configuration")).requireStatus(200);
  }

  @Test
  void initializeWhenTokenIsValidThenLibraryHasFoundKeysByInsertedPath() {
    String token = setup.tokens().alice("test-typed", "notes:read");
    McpSession.initialize(endpoint, token).requireStatus(200);

    String request = "GET /.well-known/oauth-authorization-server/realms/mcp HTTP/";
    assertThat(setup.keycloak().log())
        .filteredOn(line -> line.contains("GET /.well-known/"))
        .filteredOn(line -> !line.contains("agent=" + Http.USER_AGENT))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains(request, " 200 agent="));
  }

  @Test
  void whoamiWhenServiceAccountThenTokenIsForThisResource() {
    Answer answer = setup.tokens().clientCredentials(Map.of("scope", "notes:read"));
    String token = TokenEndpoint.accessToken(answer);
    Jwt jwt = Jwt.parse(token);
    assertThat(jwt.header().getString("typ")).isEqualTo("at+jwt");
    assertThat(jwt.claims().getString("aud")).isEqualTo(setup.resource().toString());
    assertThat(jwt.claims().getString("scope")).isEqualTo("notes:read");

    JsonObject caller =
        McpSession.open(endpoint, token).callTool(token, "whoami", Map.of()).structuredContent();
    assertThat(caller.getString("client")).isEqualTo("mcp-service");
    assertThat(caller.getString("subject")).isEqualTo(jwt.claims().getString("sub"));
    assertThat(texts(caller.getJsonArray("scopes"))).containsExactly("notes:read");
  }

  @Test
  void addNoteWhenScopeIsMissingThenChallengesUntilItIsThere() {
    String reader = setup.tokens().alice("test-typed", "notes:read");
    McpSession session = McpSession.open(endpoint, reader);
    session.callTool(reader, "list_notes", Map.of()).structuredContent();
    Answer refused = session.callTool(reader, "add_note", Map.of("text", "Buy milk"));
    refused.requireStatus(403);
    assertThat(refused.header("WWW-Authenticate"))
        .containsExactly(challenges.insufficientScope("notes:write notes:read"));

    String writer = setup.tokens().alice("test-typed", "notes:read notes:write");
    JsonObject note =
        session.callTool(writer, "add_note", Map.of("text", "Buy milk")).structuredContent();
    assertThat(note.getString("text")).isEqualTo("Buy milk");
  }

  @Test
  void deleteAllNotesWhenScopeIsAdminThenImpliesTheOthers() {
    String admin = setup.tokens().alice("test-typed", "notes:admin");
    McpSession session = McpSession.open(endpoint, admin);
    session.callTool(admin, "delete_all_notes", Map.of()).structuredContent();
    JsonObject left = session.callTool(admin, "list_notes", Map.of()).structuredContent();
    assertThat(left.getJsonArray("notes")).isEmpty();
  }

  @Test
  void tokenWhenUserHasRealmRoleThenNamesIt() {
    String token = setup.tokens().alice("test-typed", "notes:read");
    JsonArray roles = Jwt.parse(token).claims().getJsonObject("realm_access").getJsonArray("roles");
    assertThat(texts(roles)).containsExactlyInAnyOrder("notes-editor", "offline_access");
  }

  /** Without the feature. MCP clients always send the parameter. */
  @Test
  void tokenWhenResourceIsAskedForThenParameterIsIgnored() {
    Answer answer =
        setup
            .tokens()
            .clientCredentials(
                Map.of("scope", "notes:read", "resource", "https://elsewhere.example/mcp"));
    assertThat(Jwt.parse(TokenEndpoint.accessToken(answer)).claims().getString("aud"))
        .isEqualTo(setup.resource().toString());
  }

  /** PKCE comes after scopes: each request has one fault only. */
  @Test
  void authorizationWhenPkceIsMissingThenInvalidRequest() {
    assertThat(errorOfAuthorization("notes:read", "")).isEqualTo("invalid_request");
  }

  @Test
  void authorizationWhenScopeIsUnknownThenInvalidScope() {
    String pkce = "&code_challenge_method=S256&code_challenge=" + "x".repeat(43);
    assertThat(errorOfAuthorization("notes:read+notes:none", pkce)).isEqualTo("invalid_scope");
  }

  @Test
  void registrationWhenAnonymousThenPolicyRefuses() {
    URI endpoint = URI.create(setup.issuer() + "/clients-registrations/openid-connect");
    String client = "{\"client_name\": \"x\", \"redirect_uris\": [\"http://127.0.0.1/callback\"]}";
    Answer refused = Http.postJson(endpoint, client, Map.of()).requireStatus(403);
    assertThat(refused.json().getString("error_description"))
        .startsWith("Policy 'Trusted Hosts' rejected request");
  }

  @Test
  void metadataWhenFeatureIsOffThenNoClientIdMetadataDocuments() {
    String path = "/.well-known/oauth-authorization-server/realms/mcp";
    assertThat(Http.get(setup.keycloak().uri(path)).requireStatus(200).json())
        .doesNotContainKey("client_id_metadata_document_supported");
  }

  /** The redirect URI has a port, unlike the one that is registered. */
  private String errorOfAuthorization(String scope, String more) {
    String redirectUri = "http://127.0.0.1:49152/callback";
    URI request =
        URI.create(
            setup.issuer()
                + "/protocol/openid-connect/auth?response_type=code&client_id=mcp-client"
                + "&redirect_uri="
                + redirectUri
                + "&scope="
                + scope
                + more);
    String location = Http.get(request).requireStatus(302).header("Location").get(0);
    assertThat(location).startsWith(redirectUri + "?");
    return location.replaceFirst(".*[?&]error=([^&]*).*", "$1");
  }

  private static List<String> texts(JsonArray array) {
    return array.getValuesAs(JsonString.class).stream().map(JsonString::getString).toList();
  }
}
