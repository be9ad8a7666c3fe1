// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.mcpauth.event.AccessDenied;
import org.mcpauth.event.AuthorizationEvent;
import org.mcpauth.internal.http.FakeHttpFetcher;
import org.mcpauth.internal.issuer.TestIssuer;
import org.mcpauth.internal.jose.SigningKey;
import org.mcpauth.internal.settings.McpAuthSettings;
import org.mcpauth.internal.settings.MutableClock;
import org.mcpauth.internal.settings.TestSettings;
import org.mcpauth.spi.MetadataContributor;
import org.mcpauth.spi.OperationNaming;
import org.mcpauth.spi.RequirementProvider;
import org.mcpauth.spi.ScopeHierarchy;
import org.mcpauth.spi.TokenVerifier;

/** An engine of real parts before a little web, and a record of what it told the application. */
final class Gate {

  final MutableClock clock = new MutableClock();
  final FakeHttpFetcher fetcher = new FakeHttpFetcher();
  final TestIssuer issuer = new TestIssuer(SigningKey.P256);
  final List<AuthorizationEvent> events = new CopyOnWriteArrayList<>();
  final McpAuthSettings settings;
  private final List<TokenVerifier> verifiers = new ArrayList<>();
  private final List<ScopeHierarchy> hierarchies = new ArrayList<>();
  private final List<RequirementProvider> providers = new ArrayList<>();
  private final List<OperationNaming> namings = new ArrayList<>();
  private final List<MetadataContributor> contributors = new ArrayList<>();
  private ContainerTokens container = ApplicationParts.ofBeans(List.of()).container();

  Gate(String... settings) {
    this.settings = TestSettings.of(settings);
    fetcher.publish(issuer);
  }

  Gate verifying(TokenVerifier verifier) {
    verifiers.add(verifier);
    return this;
  }

  Gate implying(ScopeHierarchy hierarchy) {
    hierarchies.add(hierarchy);
    return this;
  }

  Gate requiring(RequirementProvider provider) {
    providers.add(provider);
    return this;
  }

  Gate naming(OperationNaming naming) {
    namings.add(naming);
    return this;
  }

  Gate runningOn(ContainerTokens tokens) {
    container = tokens;
    return this;
  }

  Gate contributing(MetadataContributor contributor) {
    contributors.add(contributor);
    return this;
  }

  AuthorizationEngine engine(Class<?>... beans) {
    return engine(events::add, beans);
  }

  AuthorizationEngine engine(Consumer<AuthorizationEvent> observer, Class<?>... beans) {
    return new EngineAssembly(settings, fetcher, JsonProvider.provider(), clock, Runnable::run)
        .assemble(
            new ApplicationParts(
                List.of(beans),
                verifiers,
                hierarchies,
                providers,
                namings,
                contributors,
                container),
            (event, took) -> observer.accept(event));
  }

  String token(String scope) {
    return issuer.token(clock).claim("scope", scope).sign();
  }

  List<String> eventNames() {
    return events.stream().map(Gate::name).toList();
  }

  private static String name(AuthorizationEvent event) {
    return event instanceof AccessDenied denied
        ? "AccessDenied " + denied.reason()
        : event.getClass().getSimpleName();
  }
}
