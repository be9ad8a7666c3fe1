// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Reads URLs: absolute http or https ones with a host, without user information and fragment. */
final class SettingUrls {

  private final SettingValues values;
  private final boolean httpAllowed;

  SettingUrls(SettingValues values, boolean httpAllowed) {
    this.values = values;
    this.httpAllowed = httpAllowed;
  }

  /** The URL that a key has, if it has one and it is right. */
  Optional<URI> url(ConfigurationKey key, String example) {
    return values.text(key).flatMap(value -> url(key, value, example));
  }

  /** One without a query, as identifiers have none. */
  Optional<URI> url(ConfigurationKey key, String value, String example) {
    return checked(key, value, example, false);
  }

  /** The URL of an endpoint, which may have a query. */
  Optional<URI> endpoint(ConfigurationKey key, String example) {
    return values.text(key).flatMap(value -> endpointOf(key, value, example));
  }

  /** One that was found somewhere else. */
  Optional<URI> endpointOf(ConfigurationKey key, String value, String example) {
    return checked(key, value, example, true);
  }

  /** What somebody else checks, if it is a URL at all. */
  static Optional<URI> parsed(String value) {
    try {
      return Optional.of(new URI(value));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private Optional<URI> checked(
      ConfigurationKey key, String value, String example, boolean queryAllowed) {
    Optional<String> fault = fault(value, queryAllowed);
    fault.ifPresent(text -> values.invalid(key, value, text, example));
    return fault.isPresent() ? Optional.empty() : Optional.of(URI.create(value));
  }

  private Optional<String> fault(String value, boolean queryAllowed) {
    Optional<URI> parsed = parsed(value);
    if (parsed.isEmpty()) {
      return Optional.of("is not a URL");
    }
    URI uri = parsed.get();
    boolean http = "http".equalsIgnoreCase(uri.getScheme());
    if (!http && !"https".equalsIgnoreCase(uri.getScheme())) {
      return Optional.of("is not an absolute http or https URL");
    }
    if (uri.getHost() == null || uri.getRawUserInfo() != null) {
      return Optional.of("has no host, or has user information");
    }
    if (uri.getRawFragment() != null || (uri.getRawQuery() != null && !queryAllowed)) {
      return Optional.of("has a fragment or a query");
    }
    if (http && !httpAllowed && !Loopback.isLoopback(uri)) {
      return Optional.of("uses http on a host that is not loopback: tokens and keys need https");
    }
    return Optional.empty();
  }
}
