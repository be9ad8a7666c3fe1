// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.issuer;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mcpauth.AuthorizationServerUnavailableException;
import org.mcpauth.internal.http.FetchedDocument;
import org.mcpauth.internal.http.HttpFetcher;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.settings.ConfigurationException;

/**
 * Finds the metadata of an authorization server in the order that MCP gives (Authorization Server
 * Metadata Discovery): RFC 8414 with path insertion, OpenID Connect with path insertion, OpenID
 * Connect with the path appended.
 */
public final class AuthorizationServerDiscovery {

  private static final String OAUTH = "/.well-known/oauth-authorization-server";
  private static final String OPENID = "/.well-known/openid-configuration";

  private static final int SHOWN = 200;
  private static final Pattern NOT_PRINTED = Pattern.compile("\\p{C}");

  private final HttpFetcher fetcher;
  private final JsonProvider provider;
  private final boolean allowHttp;

  /**
   * Makes a discovery.
   *
   * @param fetcher fetches the documents
   * @param provider parses JSON
   * @param allowHttp whether keys may be fetched over http from a host that is not loopback
   */
  public AuthorizationServerDiscovery(
      HttpFetcher fetcher, JsonProvider provider, boolean allowHttp) {
    this.fetcher = fetcher;
    this.provider = provider;
    this.allowHttp = allowHttp;
  }

  /**
   * Finds the metadata of an issuer.
   *
   * @param issuer the issuer identifier, as configured
   * @return its metadata
   * @throws AuthorizationServerUnavailableException if the issuer does not answer at the moment
   * @throws ConfigurationException if it answers, and what it says cannot be right
   */
  public AuthorizationServerMetadata discover(String issuer) {
    List<URI> locations = locations(URI.create(issuer));
    for (URI location : locations) {
      FetchedDocument answer = fetch(issuer, location);
      Optional<JsonObject> document =
          answer.status() == 200 ? parse(answer.body()) : Optional.empty();
      if (document.isPresent()) {
        return checked(
            new AuthorizationServerMetadata(issuer, location, document.get(), answer, allowHttp));
      }
    }
    throw new ConfigurationException(Message.METADATA_NOT_FOUND.with(issuer, locations));
  }

  static List<URI> locations(URI issuer) {
    String origin = issuer.getScheme() + "://" + issuer.getRawAuthority();
    String raw = issuer.getRawPath();
    String path = raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw;
    if (path.isEmpty()) {
      return List.of(URI.create(origin + OAUTH), URI.create(origin + OPENID));
    }
    return List.of(
        URI.create(origin + OAUTH + path),
        URI.create(origin + OPENID + path),
        URI.create(origin + path + OPENID));
  }

  private FetchedDocument fetch(String issuer, URI location) {
    FetchedDocument document;
    try {
      document = fetcher.get(location);
    } catch (IOException e) {
      throw new AuthorizationServerUnavailableException(
          issuer + " does not answer: " + e.getMessage(), e);
    }
    if (document.status() >= 500 || document.status() == 429) {
      throw new AuthorizationServerUnavailableException(
          issuer + " answers with status " + document.status());
    }
    return document;
  }

  /** A page that some servers send for every unknown path is not a document: the next is tried. */
  private Optional<JsonObject> parse(String body) {
    try (var reader = provider.createReader(new StringReader(body))) {
      return Optional.of(reader.readObject());
    } catch (RuntimeException e) {
      // Parsers have exceptions of their own, for what is nested too deep for example.
      return Optional.empty();
    }
  }

  private static AuthorizationServerMetadata checked(AuthorizationServerMetadata metadata) {
    Optional<String> named =
        metadata.document().get("issuer") instanceof JsonString text
            ? Optional.of(text.getString())
            : Optional.empty();
    if (!named.equals(Optional.of(metadata.issuer()))) {
      String fault =
          named.map(other -> "another issuer, '" + shown(other) + "'").orElse("no issuer");
      throw new ConfigurationException(
          Message.METADATA_INVALID.with(
              metadata.issuer(), metadata.location(), "names " + fault + " (RFC 8414 §3.3)"));
    }
    // A jwks_uri that must not be asked has to show at once.
    Optional<URI> unused = metadata.jwksUri();
    return metadata;
  }

  /** Told, because it often is the value that should have been configured. */
  private static String shown(String other) {
    String part = other.length() <= SHOWN ? other : other.substring(0, SHOWN) + "…";
    return NOT_PRINTED.matcher(part).replaceAll("?");
  }
}
