// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.issuer;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.internal.http.FetchedDocument;
import org.mcpauth.internal.http.HttpFetcher;
import org.mcpauth.internal.jose.JoseHeader;
import org.mcpauth.internal.jose.KeySetReader;
import org.mcpauth.internal.jose.VerificationKey;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.log.Messages;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.internal.settings.McpAuthSettings;

/**
 * The keys of one issuer, found through its metadata. Fetched when first needed, again when their
 * time is over or a token names a key that is not among them, by one thread at a time, and not more
 * often than the cool-down allows, however many unknown key ids come. Thread-safe.
 */
public final class JwksKeySource {

  private final String issuer;
  private final AuthorizationServerDiscovery discovery;
  private final HttpFetcher fetcher;
  private final McpAuthSettings.Fetch settings;
  private final Clock clock;

  /**
   * How many threads may wait for a fetch. Tokens that nobody has verified can cause one, so an
   * issuer that is slow must not be a way to hold every thread of the server.
   */
  private static final int MAX_WAITING = 16;

  private final ReentrantLock fetching = new ReentrantLock();
  private volatile State state = new State(List.of(), Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);

  /**
   * What is known: immutable, replaced as a whole.
   *
   * @param keys the keys
   * @param fetched when they were fetched
   * @param failed when fetching failed last
   * @param forced when an unknown key last caused a fetch
   */
  private record State(
      List<VerificationKey> keys, Instant fetched, Instant failed, Instant forced) {

    List<VerificationKey> fitting(JoseHeader header) {
      return keys.stream().filter(key -> key.fits(header)).toList();
    }
  }

  /**
   * Makes a key source.
   *
   * @param issuer the issuer identifier
   * @param discovery finds where the keys are
   * @param fetcher fetches them
   * @param settings for how long they are good
   * @param clock tells the time
   */
  public JwksKeySource(
      String issuer,
      AuthorizationServerDiscovery discovery,
      HttpFetcher fetcher,
      McpAuthSettings.Fetch settings,
      Clock clock) {
    this.issuer = issuer;
    this.discovery = discovery;
    this.fetcher = fetcher;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Finds the metadata and the keys now, when the application starts.
   *
   * @throws AuthorizationServerUnavailableException if the issuer does not answer
   * @throws ConfigurationException if what it answers cannot be right
   */
  public void prepare() {
    refresh(state, clock.instant(), Instant.EPOCH);
  }

  /**
   * The keys with which a token may have been signed.
   *
   * @param header the header of the token
   * @return the keys that fit; empty if the issuer has none
   * @throws AuthorizationServerUnavailableException if the keys are not known and the issuer does
   *     not answer
   */
  public List<VerificationKey> keysFor(JoseHeader header) {
    Instant now = clock.instant();
    // One state for all that is asked of it: another thread may replace it at any time.
    State known = state;
    boolean old = !isWithin(known.fetched(), settings.jwksTtl(), now);
    // While another thread fetches, old keys will do.
    if (old && !(isUsable(known, now) && fetching.isLocked())) {
      known = renewed(known, now, known.forced());
    }
    List<VerificationKey> fitting = known.fitting(header);
    if (fitting.isEmpty() && !isWithin(known.forced(), settings.jwksCoolDown(), now)) {
      fitting = renewed(known, now, now).fitting(header);
    }
    return fitting;
  }

  private boolean isUsable(State known, Instant now) {
    return isWithin(known.fetched(), settings.jwksTtl().plus(settings.jwksStaleIfError()), now);
  }

  private static boolean isWithin(Instant time, Duration duration, Instant now) {
    return time.isAfter(now.minus(duration));
  }

  /** Fetches again unless it just failed, and makes do with the old keys while they are usable. */
  private State renewed(State known, Instant now, Instant forced) {
    if (!isWithin(known.failed(), settings.jwksCoolDown(), now)) {
      try {
        refresh(known, now, forced);
      } catch (AuthorizationServerUnavailableException | ConfigurationException e) {
        // A configuration fault is a failure too: the issuer may have been out of reach at the
        // start.
        Messages.warn(Message.KEYS_UNAVAILABLE, issuer, String.valueOf(e.getMessage()));
      }
    }
    State after = state;
    if (!isUsable(after, now)) {
      throw new AuthorizationServerUnavailableException("the keys of " + issuer + " are not known");
    }
    return after;
  }

  /** Does nothing if another thread was faster; then its result, or its failure, is the state. */
  private void refresh(State known, Instant now, Instant forced) {
    awaitTurn();
    try {
      if (!state.equals(known)) {
        return;
      }
      boolean done = false;
      try {
        List<VerificationKey> keys = fetch(discovery.discover(issuer));
        state = new State(keys, now, Instant.EPOCH, forced);
        done = true;
        Messages.info(Message.KEYS_FETCHED, keys.size(), issuer);
      } finally {
        if (!done) {
          // Whatever was thrown; the cool-down begins when the attempt ended, which may be late.
          state = new State(known.keys(), known.fetched(), clock.instant(), forced);
        }
      }
    } finally {
      fetching.unlock();
    }
  }

  private void awaitTurn() {
    Duration patience = settings.connectTimeout().plus(settings.readTimeout());
    try {
      if (fetching.getQueueLength() < MAX_WAITING
          && fetching.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new AuthorizationServerUnavailableException(
        "the keys of " + issuer + " are being fetched, and that takes long");
  }

  private List<VerificationKey> fetch(AuthorizationServerMetadata metadata) {
    try {
      FetchedDocument document = fetcher.get(metadata.jwksUri());
      if (document.status() != 200) {
        throw new AuthorizationServerUnavailableException(
            metadata.jwksUri() + " answers with status " + document.status());
      }
      List<VerificationKey> keys = KeySetReader.read(document.body());
      if (keys.isEmpty()) {
        // An empty set must not replace keys that are good: it is a fault of the issuer's.
        throw new AuthorizationServerUnavailableException(
            metadata.jwksUri() + " has no usable key");
      }
      return keys;
    } catch (IOException | IllegalArgumentException e) {
      throw new AuthorizationServerUnavailableException(
          metadata.jwksUri() + " does not answer with keys: " + e.getMessage(), e);
    }
  }
}
