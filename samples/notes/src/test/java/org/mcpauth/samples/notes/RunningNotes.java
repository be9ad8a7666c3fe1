// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.notes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.mcpauth.devserver.DevAuthorizationServer;
import org.mcpauth.samples.testing.RunningApplication;

/** The packaged application on Payara Micro, and the authorization server that it trusts. */
final class RunningNotes {

  private final RunningApplication application;

  RunningNotes(RunningApplication application) {
    this.application = application;
  }

  DevAuthorizationServer issuer() {
    return application.issuer();
  }

  long pid() {
    return application.pid();
  }

  /** Without a path. */
  String origin() {
    return application.origin();
  }

  URI endpoint() {
    return application.endpoint();
  }

  String metadataUrl() {
    return application.metadataUrl();
  }

  String walkthrough() {
    return application.walkthrough();
  }

  String unauthenticated() {
    return application.unauthenticated("notes:read");
  }

  String insufficientScope(String scope) {
    return application.insufficientScope(scope);
  }

  /** A valid token of Alice's. */
  String token(String... scopes) {
    return application.token().subject("alice").clientId("test-client").scope(scopes).mint();
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
}
