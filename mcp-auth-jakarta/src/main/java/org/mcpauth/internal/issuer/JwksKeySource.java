// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.issuer;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.internal.http.FetchRequest;
import org.mcpauth.internal.http.FetchedDocument;
import org.mcpauth.internal.http.HttpFetcher;
import org.mcpauth.internal.jose.JoseHeader;
import org.mcpauth.internal.jose.KeySetReader;
import org.mcpauth.internal.jose.VerificationKey;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.log.Messages;
import org.mcpauth.internal.settings.McpAuthSettings;

/**
 * The published keys of one issuer. Fetched when first needed, again before their time is over or
 * when a token names a key that is not among them, by one thread at a time, and not more often than
 * the cool-down allows, however many unknown key ids come. Thread-safe.
 */
public final class JwksKeySource implements KeySource {

  private final String issuer;
  private final KeysLocation location;
  private final HttpFetcher fetcher;
  private final McpAuthSettings.Fetch settings;
  private final RefreshedValue<KeySet> published;

  /**
   * A key set as it was fetched.
   *
   * @param keys the keys in it
   * @param uri where it was
   * @param answer the answer that had it
   */
  private record KeySet(List<VerificationKey> keys, URI uri, FetchedDocument answer) {

    List<VerificationKey> fitting(JoseHeader header) {
      return keys.stream().filter(key -> key.fits(header)).toList();
    }
  }

  JwksKeySource(
      String issuer,
      KeysLocation location,
      HttpFetcher fetcher,
      McpAuthSettings.Fetch settings,
      Clock clock,
      Executor background) {
    this.issuer = issuer;
    this.location = location;
    this.fetcher = fetcher;
    this.settings = settings;
    this.published =
        new RefreshedValue<>("the keys of " + issuer, this::fetch, settings, clock, background);
  }

  @Override
  public void prepare() {
    location.prepare();
    published.prepare();
  }

  @Override
  public boolean isReady() {
    return published.known().isPresent();
  }

  @Override
  public void keepFresh() {
    published.keepFresh();
  }

  @Override
  public List<VerificationKey> keysFor(JoseHeader header) {
    KeySet known = published.get();
    List<VerificationKey> fitting = known.fitting(header);
    // The key may be new.
    return fitting.isEmpty() ? published.renewed(known).fitting(header) : fitting;
  }

  private RefreshedValue.Fresh<KeySet> fetch(Optional<KeySet> old) {
    URI uri = location.current();
    KeySet keys;
    try {
      keys = fetch(uri, old);
    } catch (AuthorizationServerUnavailableException e) {
      // The issuer may have moved its keys.
      URI other = location.after(uri);
      if (other.equals(uri)) {
        throw e;
      }
      keys = fetch(other, old);
    }
    if (old.isEmpty() || !old.get().keys().equals(keys.keys())) {
      Messages.info(Message.KEYS_FETCHED, keys.keys().size(), issuer);
    }
    Duration lifetime =
        keys.answer()
            .freshness()
            .map(said -> Lifetimes.clamped(said, settings))
            .orElse(settings.jwksTtl());
    return new RefreshedValue.Fresh<>(keys, lifetime);
  }

  private KeySet fetch(URI uri, Optional<KeySet> old) {
    Optional<KeySet> same = old.filter(set -> set.uri().equals(uri));
    FetchRequest request = FetchRequest.get(uri);
    Optional<String> etag = same.flatMap(set -> set.answer().header("ETag"));
    if (etag.isPresent()) {
      request = request.withHeader("If-None-Match", etag.get());
    }
    try {
      FetchedDocument answer = fetcher.send(request);
      if (answer.status() == 304 && etag.isPresent()) {
        return same.orElseThrow();
      }
      if (answer.status() != 200) {
        throw new AuthorizationServerUnavailableException(
            uri + " answers with status " + answer.status());
      }
      // What has not changed is not read again, and complained about again.
      Optional<KeySet> unchanged = same.filter(set -> set.answer().body().equals(answer.body()));
      return new KeySet(
          unchanged.map(KeySet::keys).orElseGet(() -> read(uri, answer)), uri, answer);
    } catch (IOException e) {
      throw new AuthorizationServerUnavailableException(
          uri + " does not answer with keys: " + e.getMessage(), e);
    }
  }

  private static List<VerificationKey> read(URI uri, FetchedDocument answer) {
    List<VerificationKey> keys;
    try {
      keys = KeySetReader.read(answer.body());
    } catch (IllegalArgumentException e) {
      throw new AuthorizationServerUnavailableException(
          uri + " does not answer with keys: its answer " + e.getMessage(), e);
    }
    if (keys.isEmpty()) {
      // An empty set must not replace keys that are good: it is a fault of the issuer's.
      throw new AuthorizationServerUnavailableException(uri + " has no usable key");
    }
    return keys;
  }
}
