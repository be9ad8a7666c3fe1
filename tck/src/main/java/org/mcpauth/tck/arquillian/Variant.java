// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.arquillian;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import org.mcpauth.tck.server.Feature;

/**
 * The same application, configured in another way: some of what the library offers is for an
 * application as a whole.
 */
public enum Variant {
  /** With everything that one application can have. */
  STANDARD(""),
  /** Lists name nothing but what is permitted, and say what tools require. */
  LISTS("-lists"),
  /** What nothing is said about is closed, and a lack of scopes is told by results of tools. */
  STRICT("-strict");

  private final String suffix;

  Variant(String suffix) {
    this.suffix = suffix;
  }

  /**
   * What the name of the profile ends with.
   *
   * @return empty for the standard
   */
  public String suffix() {
    return suffix;
  }

  /**
   * Where the features are.
   *
   * @param resource the URL of the MCP endpoint
   * @return the URLs of their endpoints, for a profile
   */
  public Map<Feature, URI> features(URI resource) {
    Map<Feature, URI> urls = new EnumMap<>(Feature.class);
    for (Feature feature : Feature.values()) {
      if (of(feature) == this) {
        boolean usual = this != STANDARD || isOfTools(feature);
        urls.put(feature, usual ? resource : URI.create(resource + "-" + feature.label()));
      }
    }
    return urls;
  }

  private static Variant of(Feature feature) {
    return switch (feature) {
      case PERMITTED_LISTS, TOOL_REQUIREMENTS -> LISTS;
      case TOOL_ERROR, CLOSED_BY_DEFAULT -> STRICT;
      default -> STANDARD;
    };
  }

  /** What needs nothing but tools is at the usual endpoint. */
  private static boolean isOfTools(Feature feature) {
    return switch (feature) {
      case ARGUMENTS, CALLER_DETAILS, ON_BEHALF, DECISIONS -> true;
      default -> false;
    };
  }
}
