// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.issuer;

import jakarta.json.spi.JsonProvider;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.mcpauth.internal.http.HttpFetcher;
import org.mcpauth.internal.jose.SecretKeys;
import org.mcpauth.internal.jose.StaticKeys;
import org.mcpauth.internal.jose.TokenDecryption;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.internal.settings.IssuerSettings;
import org.mcpauth.internal.settings.McpAuthSettings;
import org.mcpauth.internal.settings.Secret;

/**
 * The authorization servers of an application. What is known about one is shared by all resources
 * that configure it alike, and by no other issuer: a key of one issuer never verifies a token of
 * another, even if both publish their keys at the same place. Thread-safe.
 */
public final class Issuers {

  private final HttpFetcher fetcher;
  private final AuthorizationServerDiscovery discovery;
  private final McpAuthSettings.Fetch settings;
  private final Clock clock;
  private final Executor background;
  private final Map<String, IssuerMetadata> metadata = new ConcurrentHashMap<>();
  private final Map<Configured, KeySource> keySources = new ConcurrentHashMap<>();

  private record Configured(String issuer, IssuerSettings.Keys keys) {}

  /**
   * Makes a registry without entries.
   *
   * @param fetcher asks the authorization servers
   * @param json parses what they answer
   * @param settings how they are asked
   * @param clock tells the time
   * @param background runs what no request waits for; may refuse
   */
  public Issuers(
      HttpFetcher fetcher,
      JsonProvider json,
      McpAuthSettings.Fetch settings,
      Clock clock,
      Executor background) {
    this.fetcher = fetcher;
    this.discovery = new AuthorizationServerDiscovery(fetcher, json, settings.allowHttp());
    this.settings = settings;
    this.clock = clock;
    this.background = background;
  }

  /**
   * The metadata of an issuer; nobody is asked before it is needed.
   *
   * @param issuer the issuer identifier
   * @return the metadata, the same object for the same issuer
   */
  public IssuerMetadata metadata(String issuer) {
    return metadata.computeIfAbsent(
        issuer, id -> new IssuerMetadata(id, discovery, settings, clock, background));
  }

  /**
   * The keys of an issuer; nobody is asked before they are needed.
   *
   * @param issuer how the issuer is configured
   * @return the keys, the same object for the same configuration
   * @throws ConfigurationException if configured keys cannot be used
   */
  public KeySource keys(IssuerSettings issuer) {
    return keySources.computeIfAbsent(
        new Configured(issuer.issuer(), issuer.keys()), this::keySource);
  }

  private KeySource keySource(Configured configured) {
    String issuer = configured.issuer();
    Secret secret = configured.keys().secret();
    String text = configured.keys().staticKeys();
    URI jwksUri = configured.keys().jwksUri();
    if (secret != null && (text != null || jwksUri != null)) {
      // Or somebody could sign with a public key, taking it for the secret.
      throw invalid(
          Message.SECRET_INVALID, issuer, "cannot be combined with mcp.auth.jwt.keys or jwks-uri");
    }
    if (secret != null) {
      return new StaticKeySource(
          checked(Message.SECRET_INVALID, issuer, () -> SecretKeys.of(secret)));
    }
    if (text != null) {
      return new StaticKeySource(
          checked(Message.KEYS_INVALID, issuer, () -> StaticKeys.read(text)));
    }
    KeysLocation location = jwksUri == null ? metadata(issuer) : KeysLocation.configured(jwksUri);
    return new JwksKeySource(issuer, location, fetcher, settings, clock, background);
  }

  /**
   * Decrypts tokens with the keys that are configured for some issuers.
   *
   * @param issuers how they are configured
   * @return the decryption; it refuses every encrypted token if no key is configured
   * @throws ConfigurationException if a key cannot be used
   */
  public static TokenDecryption decryption(List<IssuerSettings> issuers) {
    List<Secret> keys = new ArrayList<>();
    for (IssuerSettings issuer : issuers) {
      Optional.ofNullable(issuer.keys().decryptionKey())
          .filter(key -> !keys.contains(key))
          .ifPresent(
              key -> {
                checked(
                    Message.DECRYPTION_KEY_INVALID,
                    issuer.issuer(),
                    () -> TokenDecryption.with(List.of(key)));
                keys.add(key);
              });
    }
    return TokenDecryption.with(keys);
  }

  private static <T> T checked(Message message, String issuer, Supplier<T> read) {
    try {
      return read.get();
    } catch (IllegalArgumentException e) {
      throw invalid(message, issuer, String.valueOf(e.getMessage()));
    }
  }

  private static ConfigurationException invalid(Message message, String issuer, String fault) {
    return new ConfigurationException(message.with(issuer, fault));
  }
}
