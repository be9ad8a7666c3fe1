// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.json.spi.JsonProvider;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.mcpauth.event.AuthorizationEvent;
import org.mcpauth.internal.engine.ApplicationParts;
import org.mcpauth.internal.engine.AuthorizationEngine;
import org.mcpauth.internal.engine.EngineAssembly;
import org.mcpauth.internal.http.JdkHttpFetcher;
import org.mcpauth.internal.introspection.UserInfoSource;
import org.mcpauth.internal.settings.McpAuthSettings;
import org.mcpauth.internal.settings.SettingsReader;
import org.mcpauth.spi.MetadataContributor;
import org.mcpauth.spi.OperationNaming;
import org.mcpauth.spi.RequirementProvider;
import org.mcpauth.spi.ScopeHierarchy;
import org.mcpauth.spi.TokenVerifier;

/** Makes the engine, once, from the configuration and the beans of the application. */
@ApplicationScoped
public class EngineProducer {

  /** The priority of a bean that has none, as for interceptors and alternatives. */
  private static final int DEFAULT_PRIORITY = 2000;

  /**
   * Makes the parts that the application contributes.
   *
   * @param beans the classes of its beans
   * @param verifiers its token verifiers
   * @param hierarchies its scope hierarchies
   * @param requirementProviders its requirement providers
   * @param namings its operation namings
   * @param contributors its metadata contributors
   * @return all of them
   */
  @Produces
  @Singleton
  ApplicationParts parts(
      ScannedBeans beans,
      @Any Instance<TokenVerifier> verifiers,
      @Any Instance<ScopeHierarchy> hierarchies,
      @Any Instance<RequirementProvider> requirementProviders,
      @Any Instance<OperationNaming> namings,
      @Any Instance<MetadataContributor> contributors) {
    return new ApplicationParts(
        beans.classes(),
        byPriority(verifiers),
        byPriority(hierarchies),
        byPriority(requirementProviders),
        byPriority(namings),
        byPriority(contributors),
        ContainerTokenVerifier::of);
  }

  /**
   * Reads the configuration.
   *
   * @return the settings
   */
  @Produces
  @Singleton
  McpAuthSettings settings() {
    return SettingsReader.read(new MicroProfileSettingsSource(ConfigProvider.getConfig()));
  }

  /**
   * Makes what asks authorization servers.
   *
   * @param settings the limits
   * @return the fetcher
   */
  @Produces
  @Singleton
  JdkHttpFetcher fetcher(McpAuthSettings settings) {
    return new JdkHttpFetcher(settings.fetch());
  }

  /**
   * Ends its threads together with the application: they would keep its class loader alive.
   *
   * @param fetcher the fetcher
   */
  void close(@Disposes JdkHttpFetcher fetcher) {
    fetcher.close();
  }

  /**
   * Makes what puts the engine together.
   *
   * @param settings the configuration
   * @param fetcher asks authorization servers
   * @return the assembly
   */
  @Produces
  @Singleton
  EngineAssembly assembly(McpAuthSettings settings, JdkHttpFetcher fetcher) {
    return new EngineAssembly(
        settings, fetcher, JsonProvider.provider(), Clock.systemUTC(), fetcher::background);
  }

  /**
   * Makes the engine.
   *
   * @param assembly puts it together
   * @param parts what the application contributes
   * @param settings the configuration
   * @param events where decisions are told
   * @return the engine
   */
  @Produces
  @Singleton
  AuthorizationEngine engine(
      EngineAssembly assembly,
      ApplicationParts parts,
      McpAuthSettings settings,
      Event<AuthorizationEvent> events) {
    return assembly.assemble(parts, DecisionRecorders.of(events, settings.observability()));
  }

  /**
   * Makes what asks authorization servers about users.
   *
   * @param assembly knows them
   * @return the source
   */
  @Produces
  @Singleton
  UserInfoSource userInfoSource(EngineAssembly assembly) {
    return assembly.userInfo();
  }

  /**
   * CDI Lite has no validation phase of ours: there the engine is made when the application starts.
   */
  void start(
      @Observes @Initialized(ApplicationScoped.class) Object event, AuthorizationEngine engine) {
    engine.announce();
  }

  private static <T> List<T> byPriority(Instance<T> instances) {
    if (instances.isUnsatisfied()) {
      return List.of();
    }
    return instances
        .handlesStream()
        .sorted(Comparator.comparingInt(EngineProducer::priority))
        .map(Instance.Handle::get)
        .toList();
  }

  private static int priority(Instance.Handle<?> handle) {
    return Optional.ofNullable(handle.getBean().getBeanClass().getAnnotation(Priority.class))
        .map(Priority::value)
        .orElse(DEFAULT_PRIORITY);
  }
}
