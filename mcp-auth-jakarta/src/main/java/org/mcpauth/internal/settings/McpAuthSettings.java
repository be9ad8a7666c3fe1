// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mcpauth.Scopes;

/**
 * The configuration of an application: checked, complete and immutable.
 *
 * @param resources its protected resources, at least one
 * @param scopeHierarchy {@code mcp.auth.scope-hierarchy}: what each scope implies directly
 * @param operations what the configuration says about operations
 * @param stepUp what a caller is told that lacks a scope
 * @param sessions how sessions are bound to their callers
 * @param containerLogin {@code mcp.auth.container-login}
 * @param fetch {@code mcp.auth.http.*} and {@code mcp.auth.jwks.*}
 * @param tokenCache {@code mcp.auth.token-cache.*}
 * @param userInfoTtl {@code mcp.auth.userinfo.cache-ttl}
 * @param exchange {@code mcp.auth.token-exchange.*}, as far as it is not one issuer's
 * @param limits {@code mcp.auth.limits.*}
 * @param lists {@code mcp.auth.lists*}
 * @param observability what operators are told
 * @param authorizationServerMetadata {@code mcp.auth.legacy.authorization-server-metadata}
 */
public record McpAuthSettings(
    List<ResourceSettings> resources,
    Map<String, Scopes> scopeHierarchy,
    Operations operations,
    StepUp stepUp,
    Sessions sessions,
    boolean containerLogin,
    Fetch fetch,
    TokenCache tokenCache,
    Duration userInfoTtl,
    Exchange exchange,
    Limits limits,
    Lists lists,
    Observability observability,
    boolean authorizationServerMetadata) {

  /** Copies the collections. */
  public McpAuthSettings {
    resources = List.copyOf(resources);
    scopeHierarchy = Map.copyOf(scopeHierarchy);
  }

  /**
   * What operations require.
   *
   * @param anonymous {@code mcp.auth.anonymous.*}
   * @param configured {@code mcp.auth.tools."<name>".…} and its like
   * @param defaultPolicy {@code mcp.auth.default-policy}
   */
  public record Operations(
      Anonymous anonymous, List<OperationSettings> configured, DefaultPolicy defaultPolicy) {

    /** Copies the list. */
    public Operations {
      configured = List.copyOf(configured);
    }
  }

  /**
   * How sessions are bound to their callers.
   *
   * @param key {@code mcp.auth.session-key}; null if this node has one of its own
   * @param unbound {@code mcp.auth.insecure.unbound-sessions}
   */
  public record Sessions(@Nullable Secret key, boolean unbound) {}

  /**
   * What needs no access token.
   *
   * @param tools {@code mcp.auth.anonymous.tools}
   * @param prompts {@code mcp.auth.anonymous.prompts}
   * @param resources {@code mcp.auth.anonymous.resources}
   * @param methods {@code mcp.auth.anonymous.methods}
   */
  public record Anonymous(
      Set<String> tools, Set<String> prompts, Set<String> resources, Set<String> methods) {

    /** Copies the collections. */
    public Anonymous {
      tools = Set.copyOf(tools);
      prompts = Set.copyOf(prompts);
      resources = Set.copyOf(resources);
      methods = Set.copyOf(methods);
    }
  }

  /**
   * How authorization servers are asked.
   *
   * @param jwksTtl {@code mcp.auth.jwks.ttl}: where the answer has no {@code Cache-Control}
   * @param jwksMaxTtl {@code mcp.auth.jwks.max-ttl}: whatever {@code Cache-Control} says
   * @param jwksRefreshAhead {@code mcp.auth.jwks.refresh-ahead}
   * @param jwksCoolDown {@code mcp.auth.jwks.cool-down}
   * @param jwksStaleIfError {@code mcp.auth.jwks.stale-if-error}
   * @param connectTimeout {@code mcp.auth.http.connect-timeout}
   * @param readTimeout {@code mcp.auth.http.read-timeout}
   * @param maxResponseSize {@code mcp.auth.http.max-response-size}, in bytes
   * @param followRedirects {@code mcp.auth.http.follow-redirects}
   * @param privateHosts the hosts that may have private addresses: those of {@code
   *     mcp.auth.http.private-hosts} and every host that is configured itself, in lower case
   * @param allowHttp {@code mcp.auth.insecure.allow-http-issuer}
   */
  public record Fetch(
      Duration jwksTtl,
      Duration jwksMaxTtl,
      Duration jwksRefreshAhead,
      Duration jwksCoolDown,
      Duration jwksStaleIfError,
      Duration connectTimeout,
      Duration readTimeout,
      int maxResponseSize,
      boolean followRedirects,
      Set<String> privateHosts,
      boolean allowHttp) {

    /** Copies the collection. */
    public Fetch {
      privateHosts = Set.copyOf(privateHosts);
    }
  }

  /**
   * How verified tokens are remembered.
   *
   * @param size {@code mcp.auth.token-cache.size}, in tokens
   * @param ttl {@code mcp.auth.token-cache.ttl}
   */
  public record TokenCache(int size, Duration ttl) {}

  /**
   * How tokens for other services are got and remembered.
   *
   * @param cacheSize {@code mcp.auth.token-exchange.cache-size}, in tokens
   * @param maxTtl {@code mcp.auth.token-exchange.max-ttl}
   * @param targets {@code mcp.auth.token-exchange.targets.<name>.…}
   */
  public record Exchange(int cacheSize, Duration maxTtl, List<ExchangeTarget> targets) {

    /** Copies the list. */
    public Exchange {
      targets = List.copyOf(targets);
    }
  }

  /**
   * What is too much.
   *
   * @param tokenSize {@code mcp.auth.limits.token-size}, in characters
   * @param messageSize {@code mcp.auth.limits.message-size}, in bytes
   * @param messageDepth {@code mcp.auth.limits.message-depth}
   */
  public record Limits(int tokenSize, int messageSize, int messageDepth) {}

  /**
   * What callers get to see of operations.
   *
   * @param permitted {@code mcp.auth.lists}: whether lists name what the caller may use alone, and
   *     the rest is answered like what does not exist
   * @param requirements {@code mcp.auth.lists.requirements}: whether descriptors of tools say what
   *     they require
   * @param size {@code mcp.auth.limits.list-size}, in bytes
   */
  public record Lists(boolean permitted, boolean requirements, int size) {}
}
