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
    String below = asked.startsWith(base) ? asked.substring(base.length()) : "";
    String resource = settings.resource().toString();
    String bare = resource.endsWith("/") ? resource.substring(0, resource.length() - 1) : resource;
    return URI.create(bare + encoded(below));
  }

  private static String encoded(String path) {
    try {
      return path.isEmpty() ? "" : new URI(null, null, "/" + path, null).getRawPath().substring(1);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
