// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import com.nimbusds.oauth2.sdk.client.ClientInformation;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mcpauth.devserver.internal.http.LoopbackHost;

/**
 * Redirect URIs are compared exactly (RFC 9700 §2.1), except for the port of loopback ones (RFC
 * 8252 §7.3).
 */
final class RedirectUris {

  private RedirectUris() {}

  static Optional<URI> match(ClientInformation client, @Nullable String requested) {
    @Nullable Set<URI> registered = client.getMetadata().getRedirectionURIs();
    if (registered == null) {
      return Optional.empty();
    }
    if (requested == null) {
      // RFC 6749 §3.1.2.3: may be left out if there is only one.
      return registered.size() == 1 ? registered.stream().findFirst() : Optional.empty();
    }
    return registered.stream().anyMatch(uri -> matches(uri, requested))
        ? Optional.of(URI.create(requested))
        : Optional.empty();
  }

  private static boolean matches(URI registered, String requested) {
    if (registered.toString().equals(requested)) {
      return true;
    }
    if (!isLoopback(registered)) {
      return false;
    }
    try {
      URI uri = URI.create(requested);
      return isLoopback(uri)
          && registered.getHost().equalsIgnoreCase(uri.getHost())
          && uri.getRawUserInfo() == null
          && uri.getRawFragment() == null
          && Objects.equals(registered.getRawPath(), uri.getRawPath())
          && Objects.equals(registered.getRawQuery(), uri.getRawQuery());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** What may be registered at all: OAuth 2.1 §2.3, RFC 8252 §7. */
  static boolean mayBeRegistered(URI uri) {
    @Nullable String scheme = uri.getScheme();
    if (scheme == null || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
      return false;
    }
    return switch (scheme) {
      case "https" -> uri.getHost() != null;
      case "http" -> isLoopback(uri);
      // A private-use scheme (RFC 8252 §7.1); the SDK has refused javascript: and the like before.
      default -> true;
    };
  }

  private static boolean isLoopback(URI uri) {
    return "http".equals(uri.getScheme())
        && uri.getHost() != null
        && LoopbackHost.isLoopback(uri.getHost());
  }
}
