// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.internal.discovery;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An issuer identifier (RFC 8414 §2), as it was given.
 *
 * @param text the text, for comparison code point by code point
 * @param uri the same as a URI with a host
 */
public record IssuerIdentifier(String text, URI uri) {

  private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}");
  private static final String OAUTH = "/.well-known/oauth-authorization-server";
  private static final String OPENID = "/.well-known/openid-configuration";

  /**
   * Reads an identifier that can be asked for metadata, whether it is a good one or not.
   *
   * @param text an absolute http or https URL
   * @return an identifier
   * @throws IllegalArgumentException if it is no such URL; the message does not repeat it, as it
   *     may hold a password
   */
  public static IssuerIdentifier parse(String text) {
    try {
      URI uri = new URI(text);
      if (!isHttp(uri) || uri.getHost() == null) {
        throw new IllegalArgumentException(
            "the issuer must be an absolute http or https URL, such as https://issuer.example.com");
      }
      if (uri.getRawUserInfo() != null) {
        throw new IllegalArgumentException("the issuer must not contain user information");
      }
      return new IssuerIdentifier(text, uri);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("the issuer is not a URL: " + e.getReason(), e);
    }
  }

  /**
   * What is wrong with it as an identifier.
   *
   * @return faults, none if it is a good one
   */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (!"https".equalsIgnoreCase(uri.getScheme()) && !isLoopback()) {
      faults.add("its scheme is http");
    }
    if (uri.getRawQuery() != null) {
      faults.add("it has a query");
    }
    if (uri.getRawFragment() != null) {
      faults.add("it has a fragment");
    }
    return faults;
  }

  /**
   * Whether it is on this machine.
   *
   * @return true for localhost, 127.0.0.0/8 and ::1
   */
  public boolean isLoopback() {
    return isLoopback(uri);
  }

  /**
   * Where clients look for the metadata, in the order that MCP gives.
   *
   * @return two locations, or three if the issuer has a path
   */
  public List<URI> locations() {
    String origin = uri.getScheme() + "://" + uri.getRawAuthority();
    String raw = uri.getRawPath();
    String path = raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw;
    if (path.isEmpty()) {
      return List.of(URI.create(origin + OAUTH), URI.create(origin + OPENID));
    }
    return List.of(
        URI.create(origin + OAUTH + path),
        URI.create(origin + OPENID + path),
        URI.create(origin + path + OPENID));
  }

  /**
   * What is wrong with the URL of an endpoint of this issuer.
   *
   * @param endpoint what the metadata says
   * @return the fault; empty if there is none
   */
  public Optional<String> faultOf(String endpoint) {
    try {
      URI target = new URI(endpoint);
      if (!isHttp(target) || target.getHost() == null) {
        return Optional.of("is no absolute https URL");
      }
      // Only an issuer on this machine may send anybody to this machine.
      boolean local = isLoopback() && isLoopback(target);
      if (!"https".equalsIgnoreCase(target.getScheme()) && !local) {
        return Optional.of("is http, not https");
      }
      return target.getRawFragment() == null ? Optional.empty() : Optional.of("has a fragment");
    } catch (URISyntaxException e) {
      return Optional.of("is no URL");
    }
  }

  private static boolean isHttp(URI uri) {
    return "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
  }

  private static boolean isLoopback(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    return host.equals("localhost") || host.equals("[::1]") || LOOPBACK.matcher(host).matches();
  }
}
