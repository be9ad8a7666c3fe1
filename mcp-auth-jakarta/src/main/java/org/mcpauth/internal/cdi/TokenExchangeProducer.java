// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.mcpauth.TokenExchange;
import org.mcpauth.client.TokenPassthrough;
import org.mcpauth.internal.engine.EngineAssembly;

/** Makes what applications call other services with. */
@ApplicationScoped
public class TokenExchangeProducer {

  /**
   * Makes {@code @Inject TokenExchange} work.
   *
   * @param assembly makes the exchanger
   * @param current who the caller is
   * @return the exchange of the tokens of whoever calls
   */
  @Produces
  @Singleton
  TokenExchange exchange(EngineAssembly assembly, CurrentCaller current) {
    return new CallerTokenExchange(assembly.tokenExchanger(), current);
  }

  /**
   * Makes {@code @Inject TokenPassthrough} work.
   *
   * @param current who the caller is
   * @return the guard of the tokens of whoever calls
   */
  @Produces
  @Singleton
  TokenPassthrough passthrough(CurrentCaller current) {
    return new CallerTokenPassthrough(current);
  }

  /**
   * Filters look both of them up, and some CDI Lite containers leave out what is injected nowhere.
   *
   * @param event the start of the application
   * @param exchange asked for, so that it is there
   * @param passthrough asked for, so that it is there
   */
  void keep(
      @Observes @Initialized(ApplicationScoped.class) Object event,
      Instance<TokenExchange> exchange,
      Instance<TokenPassthrough> passthrough) {}
}
