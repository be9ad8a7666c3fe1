// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.server;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mcpauth.tck.Revision;
import org.mcpauth.tck.http.HttpSender;

/** The server under test. Keeps its connections and its sessions. Thread-safe. */
public final class Target {

  private final URI endpoint;
  private final Tokens tokens;
  private final Profile profile;
  private final HttpSender sender;
  private final Map<Revision, McpServer> servers = new ConcurrentHashMap<>();
  private final Map<Feature, Target> others = new ConcurrentHashMap<>();

  /**
   * Describes a server.
   *
   * @param endpoint the URL of its MCP endpoint, which is its resource identifier too
   * @param tokens what it is called with
   * @param profile what it is measured by
   */
  public Target(URI endpoint, Tokens tokens, Profile profile) {
    this.endpoint = endpoint;
    this.tokens = tokens;
    this.profile = profile;
    this.sender = new HttpSender(endpoint);
  }

  /**
   * The URL of the MCP endpoint.
   *
   * @return the URL
   */
  public URI endpoint() {
    return endpoint;
  }

  /**
   * What the server is called with.
   *
   * @return the tokens
   */
  public Tokens tokens() {
    return tokens;
  }

  /**
   * What the server is measured by.
   *
   * @return the profile
   */
  public Profile profile() {
    return profile;
  }

  /** The endpoint of a feature, with tokens of its own; always the same one. */
  Target at(Feature feature) {
    URI other = profile.features().get(feature);
    if (other == null) {
      throw new NotOfferedException("the profile names no endpoint for " + feature.label());
    }
    return others.computeIfAbsent(
        feature, any -> new Target(other, tokens.forResource(other), profile));
  }

  /**
   * Speaks a revision with the server. The session of a revision that has sessions is opened once.
   *
   * @param revision the revision
   * @return always the same for the same revision
   */
  public McpServer speaking(Revision revision) {
    return servers.computeIfAbsent(revision, r -> new McpServer(this, r, sender));
  }
}
