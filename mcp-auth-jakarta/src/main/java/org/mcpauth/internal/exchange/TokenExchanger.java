// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.exchange;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.mcpauth.AccessToken;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.ExchangedToken;
import org.mcpauth.InvalidTokenException;
import org.mcpauth.TokenExchange.Target;
import org.mcpauth.TokenExchangeException;
import org.mcpauth.TokenExchangeException.Reason;
import org.mcpauth.internal.jose.TokenDigest;
import org.mcpauth.internal.jose.TokenMemory;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.internal.settings.IssuerSettings;
import org.mcpauth.internal.settings.McpAuthSettings;
import org.mcpauth.internal.settings.ResourceIdentifier;
import org.mcpauth.internal.settings.Secret;

/**
 * Gets tokens for other services from the authorization server that issued the caller's, and
 * remembers them: each for one caller's token and one target, until shortly before it expires.
 * Thread-safe.
 */
public final class TokenExchanger {

  /** A request that starts with the token still has to be received with it. */
  static final Duration MARGIN = Duration.ofSeconds(10);

  private final McpAuthSettings settings;
  private final Function<IssuerSettings, ExchangeEndpoint> endpoints;
  private final ResourceIdentifier own;
  private final TargetUrls targets;
  private final TokenMemory<ExchangedToken> memory;

  /** One for each issuer as it is configured, and so a bounded number. */
  private final Map<IssuerSettings, ExchangeEndpoint> known = new ConcurrentHashMap<>();

  /**
   * Makes an exchanger that has no tokens yet.
   *
   * @param settings the configuration
   * @param endpoints makes the endpoint of an authorization server
   * @param clock tells the time
   */
  public TokenExchanger(
      McpAuthSettings settings, Function<IssuerSettings, ExchangeEndpoint> endpoints, Clock clock) {
    this.settings = settings;
    this.endpoints = endpoints;
    this.own = ResourceIdentifier.ofAll(settings.resources());
    this.targets = new TargetUrls(settings.exchange().targets());
    this.memory = new TokenMemory<>(settings.exchange().cacheSize(), clock);
  }

  /**
   * Exchanges the token of a caller for one that goes into a request.
   *
   * @param caller the verified token
   * @param presented its text
   * @param url where the request is to be sent
   * @return a token of type Bearer for the target that is configured for the URL
   * @throws TokenExchangeException as for {@link #exchange}, and if there is no such target
   */
  public ExchangedToken exchangeFor(AccessToken caller, Secret presented, URI url) {
    ExchangedToken token = exchange(caller, presented, targetOf(url));
    if (!token.isBearer()) {
      throw new TokenExchangeException(
          Reason.UNUSABLE_TOKEN,
          Message.EXCHANGE_UNUSABLE.with(caller.issuer(), "is not one of type Bearer"));
    }
    return token;
  }

  /**
   * Exchanges the token of a caller.
   *
   * @param caller the verified token
   * @param presented its text
   * @param target what the other token is to be for
   * @return a token for the target
   * @throws InvalidTokenException if the token is for no resource of this application
   * @throws TokenExchangeException if the authorization server refuses or the target is this
   *     application
   * @throws AuthorizationServerUnavailableException if the authorization server does not answer
   * @throws ConfigurationException if this resource cannot authenticate itself to it as configured
   */
  public ExchangedToken exchange(AccessToken caller, Secret presented, Target target) {
    if (own.isMeantBy(target)) {
      throw new TokenExchangeException(Reason.OWN_RESOURCE, Message.TARGET_IS_HERE.with());
    }
    TokenDigest key = key(presented, target);
    return memory.find(key).orElseGet(() -> ask(new Subject(caller, presented), target, key));
  }

  private Target targetOf(URI url) {
    return targets
        .find(url)
        .orElseThrow(
            () ->
                new TokenExchangeException(
                    Reason.NO_TARGET,
                    Message.TARGET_MISSING.with(
                        Optional.ofNullable(url.getHost()).orElse("a URL without a host"))));
  }

  private ExchangedToken ask(Subject subject, Target target, TokenDigest key) {
    ExchangeEndpoint endpoint = known.computeIfAbsent(issuerOf(subject.verified()), endpoints);
    return endpoint
        .shared()
        .ask(
            key,
            () ->
                // Another thread may have finished between the look into the memory and the turn.
                memory.find(key).orElseGet(() -> askNow(endpoint, subject, target, key)));
  }

  private ExchangedToken askNow(
      ExchangeEndpoint endpoint, Subject subject, Target target, TokenDigest key) {
    ExchangedToken token = endpoint.exchange(subject, target);
    memory.put(key, token, token.expiresAt().minus(MARGIN));
    return token;
  }

  private IssuerSettings issuerOf(AccessToken token) {
    return settings.resources().stream()
        .flatMap(resource -> resource.issuerOf(token).stream())
        .findFirst()
        .orElseThrow(
            () -> new InvalidTokenException("The access token is not for this application"));
  }

  /** No part can have a line break, so that no two of these texts are the same. */
  private static TokenDigest key(Secret presented, Target target) {
    return TokenDigest.of(
        String.join(
            "\n",
            presented.value(),
            target.resource().map(URI::toString).orElse(""),
            target.audience().orElse(""),
            String.join(" ", target.scopes().asSet().stream().sorted().toList())));
  }
}
