// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The {@code resource} parameter of RFC 8707 §2: absolute URIs without fragment. */
final class ResourceIndicators {

  private static final int MOST = 20;

  private ResourceIndicators() {}

  /** Values are kept as they were sent: they become {@code aud}, compared code point by point. */
  static List<String> requested(Map<String, List<String>> parameters) throws GeneralException {
    List<String> resources = new ArrayList<>();
    for (String value : parameters.getOrDefault("resource", List.of())) {
      if (!isAbsoluteWithoutFragment(value) || resources.size() == MOST) {
        throw invalidTarget("resource must be an absolute URI without fragment");
      }
      if (!resources.contains(value)) {
        resources.add(value);
      }
    }
    return resources;
  }

  /** RFC 8707 §2.2: at the token endpoint the same or fewer resources. */
  static List<String> narrow(List<String> wanted, List<String> granted) throws GeneralException {
    if (wanted.isEmpty()) {
      return granted;
    }
    if (!granted.containsAll(wanted)) {
      throw invalidTarget("resource was not part of the authorization request");
    }
    return wanted;
  }

  private static boolean isAbsoluteWithoutFragment(String value) {
    try {
      URI uri = new URI(value);
      return uri.isAbsolute() && uri.getRawFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static GeneralException invalidTarget(String description) {
    return Messages.refusal(OAuth2Error.INVALID_TARGET, description);
  }
}
