// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.providers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mcpauth.AccessToken;
import org.mcpauth.internal.engine.ApplicationParts;
import org.mcpauth.internal.engine.AuthorizationEngine;
import org.mcpauth.internal.engine.Decision;
import org.mcpauth.internal.engine.EngineAssembly;
import org.mcpauth.internal.engine.FakeRequest;
import org.mcpauth.internal.engine.NotesTools;
import org.mcpauth.internal.http.FakeHttpFetcher;
import org.mcpauth.internal.http.FetchRequest;
import org.mcpauth.internal.http.FetchedDocument;
import org.mcpauth.internal.jose.SigningKey;
import org.mcpauth.internal.jose.TokenBuilder;
import org.mcpauth.internal.settings.MapSettingsSource;
import org.mcpauth.internal.settings.MutableClock;

/** An engine that is configured as a guide says, before what a product publishes. */
final class ProviderGate {

  static final String METADATA =
      ", resource_metadata=\"https://api.example.com/.well-known/oauth-protected-resource/mcp\"";

  final MutableClock clock = new MutableClock();
  final FakeHttpFetcher fetcher = new FakeHttpFetcher();
  final List<FetchRequest> asked = new ArrayList<>();
  private final ProviderDocuments documents;
  private Class<?> tools = NotesTools.class;
  private MapSettingsSource settings = MapSettingsSource.empty();

  ProviderGate(String provider, String heading) {
    documents = new ProviderDocuments(provider);
    for (Map.Entry<String, String> line : ProviderGuide.of(provider).under(heading).entrySet()) {
      settings = settings.with(line.getKey(), line.getValue());
    }
  }

  ProviderGate with(String key, String value) {
    settings = settings.with(key, value);
    return this;
  }

  ProviderGate tools(Class<?> bean) {
    tools = bean;
    return this;
  }

  ProviderGate publish(String uri, String document) {
    fetcher.serve(uri, documents.text(document));
    return this;
  }

  ProviderGate publishKeys(String uri, String document) {
    fetcher.serve(uri, documents.keySet(document));
    return this;
  }

  /** An endpoint that knows about tokens, and a record of how it was asked. */
  ProviderGate answer(String uri, int status, String body) {
    fetcher.serve(
        uri,
        request -> {
          asked.add(request);
          return new FetchedDocument(status, body);
        });
    return this;
  }

  String text(String document) {
    return documents.text(document);
  }

  TokenBuilder token(String document) {
    return documents.token(document, SigningKey.RSA);
  }

  /** Signed with the second key that the product publishes. */
  TokenBuilder tokenOfSecondKey(String document) {
    return documents.token(document, SigningKey.OTHER_RSA);
  }

  AuthorizationEngine engine() {
    return new EngineAssembly(
            settings.read(), fetcher, JsonProvider.provider(), clock, Runnable::run)
        .assemble(ApplicationParts.ofBeans(List.of(tools)), (event, took) -> {});
  }

  Decision decide(String tool, String token) {
    return engine().decide(FakeRequest.tool(tool).bearer(token));
  }

  AccessToken accepted(String tool, TokenBuilder token) {
    return accepted(tool, token.sign());
  }

  AccessToken accepted(String tool, String token) {
    Decision decision = decide(tool, token);
    assertThat(decision).isInstanceOf(Decision.Proceed.class);
    return ((Decision.Proceed) decision).token().orElseThrow();
  }

  /** The whole challenge. */
  String refused(String tool, String token) {
    AuthorizationEngine engine = engine();
    FakeRequest request = FakeRequest.tool(tool).bearer(token);
    Decision decision = engine.decide(request);
    assertThat(decision).isInstanceOf(Decision.Challenged.class);
    return String.valueOf(
        engine.answer((Decision.Answered) decision, request).headers().get("WWW-Authenticate"));
  }

  void assertInvalid(TokenBuilder token, String reason) {
    assertInvalid(token.sign(), reason);
  }

  void assertInvalid(String token, String reason) {
    assertThat(refused("list_notes", token))
        .startsWith("Bearer error=\"invalid_token\", ")
        .endsWith(METADATA + ", error_description=\"" + reason + "\"");
  }

  /** The whole line of a {@code 403}. */
  static String insufficient(String scope) {
    return "Bearer error=\"insufficient_scope\", scope=\""
        + scope
        + "\""
        + METADATA
        + ", error_description=\"The access token lacks a scope that this operation needs\"";
  }
}
