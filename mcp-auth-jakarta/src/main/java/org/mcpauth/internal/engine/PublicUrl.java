// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import java.net.URI;
import java.net.URISyntaxException;
import org.mcpauth.internal.settings.ResourceSettings;

/**
 * The URL under which the client made a request, as the configuration says and never the request:
 * its headers can be anybody's.
 */
final class PublicUrl {

  private PublicUrl() {}

  static URI of(ResourceSettings settings, HttpRequestView request) {
    String endpoint = settings.endpoint().path();
    String base = endpoint.equals("/") ? "" : endpoint;
    String asked = request.path();
    if (asked.equals(endpoint) || !asked.startsWith(base + "/")) {
      return settings.resource();
    }
    String resource = settings.resource().toString();
    String bare = resource.endsWith("/") ? resource.substring(0, resource.length() - 1) : resource;
    return URI.create(bare + encoded(asked.substring(base.length())));
  }

  private static String encoded(String path) {
    try {
      return new URI("http", "host", path, null).getRawPath();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
