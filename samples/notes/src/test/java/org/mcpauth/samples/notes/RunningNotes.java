// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.notes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.mcpauth.devserver.DevAuthorizationServer;
import org.mcpauth.samples.launcher.LoopbackPort;
import org.mcpauth.samples.launcher.PayaraMicroProcess;

/** The packaged application on Payara Micro, and the authorization server that it trusts. */
final class RunningNotes implements AutoCloseable {

  private final DevAuthorizationServer issuer;
  private final PayaraMicroProcess payara;
  private final int port;

  private RunningNotes(DevAuthorizationServer issuer, PayaraMicroProcess payara, int port) {
    this.issuer = issuer;
    this.payara = payara;
    this.port = port;
  }

  static RunningNotes start() {
    DevAuthorizationServer issuer = DevAuthorizationServer.builder().port(0).start();
    int port = LoopbackPort.free();
    try {
      return new RunningNotes(issuer, payara(port, issuer.issuer()), port);
    } catch (RuntimeException e) {
      issuer.close();
      throw e;
    }
  }

  private static PayaraMicroProcess payara(int port, URI issuer) {
    return PayaraMicroProcess.builder(path("launcher.payara.jar"), path("launcher.war"), port)
        .log(path("launcher.payara.log"))
        .systemProperties(
            Map.of(
                "mcp.auth.resource",
                "http://localhost:" + port + "/mcp",
                "mcp.auth.authorization-servers",
                issuer.toString()))
        .start();
  }

  private static Path path(String property) {
    String value = System.getProperty(property);
    if (value == null) {
      throw new IllegalStateException("the system property " + property + " is missing");
    }
    return Path.of(value);
  }

  DevAuthorizationServer issuer() {
    return issuer;
  }

  long pid() {
    return payara.pid();
  }

  /** Without a path. */
  String origin() {
    return "http://localhost:" + port;
  }

  URI endpoint() {
    return payara.uri("/mcp");
  }

  String metadataUrl() {
    return origin() + "/.well-known/oauth-protected-resource/mcp";
  }

  String unauthenticated() {
    return "Bearer scope=\"notes:read\", resource_metadata=\"" + metadataUrl() + "\"";
  }

  String insufficientScope(String scope) {
    return "Bearer error=\"insufficient_scope\", scope=\""
        + scope
        + "\", resource_metadata=\""
        + metadataUrl()
        + "\", error_description=\"The access token lacks a scope that this operation needs\"";
  }

  /** A valid token of Alice's. */
  String token(String... scopes) {
    return issuer
        .tokens()
        .forResource(endpoint().toString())
        .subject("alice")
        .clientId("test-client")
        .scope(scopes)
        .mint();
  }

  /** What is really in the store. */
  List<String> texts() {
    JsonNode notes =
        McpSession.open(this, token("notes:read"))
            .callTool("list_notes", Map.of())
            .result()
            .at("/structuredContent/notes");
    assertThat(notes.isArray()).isTrue();
    return StreamSupport.stream(notes.spliterator(), false)
        .map(note -> note.path("text").asText())
        .toList();
  }

  void deleteAll() {
    McpSession.open(this, token("notes:admin")).callTool("delete_all_notes", Map.of()).result();
  }

  @Override
  public void close() {
    payara.close();
    issuer.close();
  }
}
