// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.introspection;

import java.time.Clock;
import java.time.Duration;
import org.mcpauth.internal.http.HttpFetcher;

/**
 * What it takes to ask an authorization server.
 *
 * @param fetcher sends requests
 * @param client authenticates this resource
 * @param clock tells the time
 * @param limits how much may be asked at once
 */
public record Backchannel(
    HttpFetcher fetcher, ClientAuthenticator client, Clock clock, Limits limits) {

  /**
   * How many threads of the server one slow endpoint can hold, and for how long. Servers have 200
   * by default: some have to be left for whoever needs no answer of this endpoint.
   *
   * @param requests how many requests may be under way
   * @param waiting how many threads may wait for the answer to a request of another's
   * @param patience for how long they wait
   */
  public record Limits(int requests, int waiting, Duration patience) {

    /** How many requests may be under way where nothing else is said. */
    public static final int REQUESTS = 32;

    /** How many threads may wait where nothing else is said. */
    public static final int WAITING = 100;

    /**
     * Limits that fit the servers' defaults.
     *
     * @param patience for how long threads wait: as long as a request may take
     * @return the limits
     */
    public static Limits of(Duration patience) {
      return new Limits(REQUESTS, WAITING, patience);
    }
  }
}
