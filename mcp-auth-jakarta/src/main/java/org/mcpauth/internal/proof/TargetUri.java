// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.proof;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code htu} is compared by: an HTTP URI without query and fragment, in the normal form of
 * RFC 3986 §6.2.2 and §6.2.3 (RFC 9449 §4.3). {@link URI#normalize()} is no help: it merges
 * slashes, which makes another resource of it, and leaves dots that are percent-encoded.
 */
final class TargetUri {

  private static final String UNRESERVED = "-._~";

  private TargetUri() {}

  /**
   * Finds the normal form.
   *
   * @param text an absolute URI
   * @return its normal form; empty if it is no HTTP URI
   */
  static Optional<String> normalized(String text) {
    try {
      URI uri = new URI(text);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      boolean http = scheme.equals("https") || scheme.equals("http");
      boolean ascii = text.chars().allMatch(c -> c < 0x80);
      if (!http || !ascii || uri.getHost() == null || uri.getRawUserInfo() != null) {
        return Optional.empty();
      }
      String host = uri.getHost().toLowerCase(Locale.ROOT);
      return Optional.of(scheme + "://" + host + port(scheme, uri) + path(uri.getRawPath()));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String port(String scheme, URI uri) {
    int standard = scheme.equals("https") ? 443 : 80;
    return uri.getPort() < 0 || uri.getPort() == standard ? "" : ":" + uri.getPort();
  }

  private static String path(String raw) {
    return raw.isEmpty() ? "/" : withoutDotSegments(withoutNeedlessEscapes(raw));
  }

  /** RFC 3986 §6.2.2.1 and §6.2.2.2. The parser saw to it that two hex digits follow. */
  private static String withoutNeedlessEscapes(String path) {
    StringBuilder plain = new StringBuilder(path.length());
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c != '%') {
        plain.append(c);
        continue;
      }
      String hex = path.substring(i + 1, i + 3);
      char decoded = (char) Integer.parseInt(hex, 16);
      if (isUnreserved(decoded)) {
        plain.append(decoded);
      } else {
        plain.append('%').append(hex.toUpperCase(Locale.ROOT));
      }
      i += 2;
    }
    return plain.toString();
  }

  private static boolean isUnreserved(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || UNRESERVED.indexOf(c) >= 0;
  }

  /** RFC 3986 §5.2.4, for a path that begins with a slash. */
  private static String withoutDotSegments(String path) {
    String[] segments = path.substring(1).split("/", -1);
    List<String> kept = new ArrayList<>(segments.length);
    for (int i = 0; i < segments.length; i++) {
      boolean dots = segments[i].equals(".") || segments[i].equals("..");
      if (segments[i].equals("..") && !kept.isEmpty()) {
        kept.remove(kept.size() - 1);
      }
      if (!dots) {
        kept.add(segments[i]);
      } else if (i == segments.length - 1) {
        kept.add("");
      }
    }
    return "/" + String.join("/", kept);
  }
}
