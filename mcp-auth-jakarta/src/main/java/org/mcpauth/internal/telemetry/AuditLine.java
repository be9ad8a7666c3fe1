// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.telemetry;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.mcpauth.AccessToken;
import org.mcpauth.McpOperation;
import org.mcpauth.Scopes;
import org.mcpauth.event.AuthorizationEvent;
import org.mcpauth.internal.jose.Sha256;
import org.mcpauth.internal.settings.Observability;

/**
 * A decision as one line of JSON. Much of it comes from callers: it is cut, and written in ASCII
 * without control characters, so that whatever reads the log sees one line. Immutable, thread-safe.
 */
final class AuditLine {

  /** Longer names are cut; what was cut ends with three dots. */
  static final int MAX_NAME = 256;

  static final int MAX_SCOPES = 1024;

  private final Observability.AuditSubject subject;
  private final JsonProvider json;

  AuditLine(Observability.AuditSubject subject, JsonProvider json) {
    this.subject = subject;
    this.json = json;
  }

  String of(AuthorizationEvent event, Decided decided) {
    JsonObjectBuilder line =
        json.createObjectBuilder()
            .add("time", event.time().toString())
            .add("decision", decided.decision());
    if (decided.reason() != null) {
      line.add("reason", decided.reason());
    }
    line.add("resource", event.resource().toString());
    if (decided.operation() != null) {
      addOperation(line, decided.operation());
    }
    if (decided.token() != null) {
      addCaller(line, decided.token());
    }
    if (!decided.required().isEmpty()) {
      line.add("required_scopes", text(decided.required()));
    }
    return ascii(line.add("correlation_id", event.correlationId()).build().toString());
  }

  private static void addOperation(JsonObjectBuilder line, McpOperation operation) {
    line.add("operation_kind", Decided.lowerCase(operation.kind()))
        .add("operation_name", cut(operation.name(), MAX_NAME));
  }

  private void addCaller(JsonObjectBuilder line, AccessToken token) {
    line.add("issuer", token.issuer());
    subject(token).ifPresent(text -> line.add("subject", text));
    token.clientId().ifPresent(client -> line.add("client_id", cut(client, MAX_NAME)));
    line.add("granted_scopes", text(token.scopes()));
  }

  private Optional<String> subject(AccessToken token) {
    return switch (subject) {
      case NONE -> Optional.empty();
      case PLAIN -> token.subject().map(text -> cut(text, MAX_NAME));
      case HASHED -> token.subject().map(text -> hash(token.issuer() + " " + text));
    };
  }

  /** No issuer identifier has a space in it, so no two users have the same text. */
  private static String hash(String user) {
    return "sha256:" + HexFormat.of().formatHex(Sha256.of(user.getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(Scopes scopes) {
    return cut(scopes.toString(), MAX_SCOPES);
  }

  private static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
    return text.substring(0, end) + "...";
  }

  /** Outside of its strings JSON is ASCII, and inside of them any character can be escaped. */
  private static String ascii(String line) {
    StringBuilder ascii = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c >= ' ' && c <= '~') {
        ascii.append(c);
      } else {
        ascii.append("\\u").append(HexFormat.of().toHexDigits(c));
      }
    }
    return ascii.toString();
  }
}
