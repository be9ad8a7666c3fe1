// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import org.mcpauth.checker.options.CheckOptions;
import org.mcpauth.checker.options.TokenRequest;
import org.mcpauth.checker.report.Check;
import org.mcpauth.checker.report.CompatibilityReport;
import org.mcpauth.checker.report.Finding;

/** An issuer that has all that MCP wants, and that a test can spoil. */
final class ExampleIssuer implements AutoCloseable {

  static final String ISSUER = "https://issuer.example.com";
  static final String METADATA = ISSUER + "/.well-known/oauth-authorization-server";
  static final String JWKS = ISSUER + "/jwks";
  static final String TOKEN = ISSUER + "/token";
  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private final FakeWeb web = new FakeWeb();
  private JsonObject document = object(Resources.text("issuer.json"));
  private CheckOptions options =
      CheckOptions.defaults()
          .withHttpClient(web.client())
          .withClock(Clock.fixed(NOW, ZoneOffset.UTC));

  ExampleIssuer() {
    publish();
    web.json(JWKS, Resources.text("jwks.json"));
  }

  static JsonObject object(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }

  FakeWeb web() {
    return web;
  }

  /** Changes a member, given in JSON; the empty text removes it. */
  ExampleIssuer with(String member, String json) {
    var changed = Json.createObjectBuilder(document);
    if (json.isEmpty()) {
      changed.remove(member);
    } else {
      JsonValue value = object("{\"value\":" + json + "}").getOrDefault("value", JsonValue.NULL);
      changed.add(member, value);
    }
    document = changed.build();
    publish();
    return this;
  }

  ExampleIssuer asking(TokenRequest request) {
    options = options.withTokenRequest(request);
    return this;
  }

  ExampleIssuer withOptions(CheckOptions other) {
    options = other.withHttpClient(web.client());
    return this;
  }

  CompatibilityReport check() throws IssuerUnreachableException {
    return new AuthorizationServerChecker(options).check(ISSUER);
  }

  Finding finding(Check check) throws IssuerUnreachableException {
    return check()
        .finding(check)
        .orElseThrow(() -> new AssertionError("nothing was said about " + check.id()));
  }

  /** Lets the token endpoint issue a JWT; JSON with single quotes. */
  String issue(String header, String claims) {
    String token = part(header) + "." + part(claims) + ".c2lnbmF0dXJl";
    answerToken(200, "{'token_type':'Bearer','access_token':'" + token + "'}");
    return token;
  }

  /** Lets the token endpoint answer; JSON with single quotes. */
  void answerToken(int status, String body) {
    web.answer(TOKEN, status, Map.of("Content-Type", "application/json"), body.replace('\'', '"'));
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private void publish() {
    web.json(METADATA, document.toString());
  }

  @Override
  public void close() {
    web.close();
  }
}
