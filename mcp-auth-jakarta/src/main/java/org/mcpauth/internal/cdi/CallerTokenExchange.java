// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import java.net.URI;
import org.mcpauth.ExchangedToken;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.TokenExchange;
import org.mcpauth.internal.engine.Caller;
import org.mcpauth.internal.exchange.TokenExchanger;

/** Exchanges the token of the caller of whoever is current. Thread-safe. */
final class CallerTokenExchange implements TokenExchange {

  private final TokenExchanger exchanger;
  private final CurrentCaller current;

  CallerTokenExchange(TokenExchanger exchanger, CurrentCaller current) {
    this.exchanger = exchanger;
    this.current = current;
  }

  @Override
  public ExchangedToken exchange(Target target) {
    Caller caller = caller();
    return exchanger.exchange(caller.token(), caller.presented(), target);
  }

  @Override
  public ExchangedToken exchangeFor(URI url) {
    Caller caller = caller();
    return exchanger.exchangeFor(caller.token(), caller.presented(), url);
  }

  private Caller caller() {
    return current
        .callerIfAny()
        .orElseThrow(() -> new InvalidTokenException("There is no access token to be exchanged"));
  }
}
