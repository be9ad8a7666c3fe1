// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.arquillian;

import java.net.URI;
import java.util.List;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.mcpauth.tck.server.Profile;

/**
 * What the TCK has to be told about a library and the server that it is tried on. Found by {@link
 * java.util.ServiceLoader}; exactly one is needed.
 */
public interface Porting {

  /** The system property that {@link #baseUri()} comes from. */
  String BASE_URI = "mcp.auth.tck.base-uri";

  /**
   * Adds the library under test, and whatever it needs that the server does not have.
   *
   * @param application what is going to be deployed
   */
  void addImplementation(WebArchive application);

  /**
   * Where the server is going to be. The resource identifier is made of it before the server runs.
   *
   * @return its URL, without a context path and without a slash at the end
   */
  default URI baseUri() {
    String value = System.getProperty(BASE_URI);
    if (value == null) {
      throw new IllegalStateException("the system property " + BASE_URI + " is needed");
    }
    return URI.create(value);
  }

  /**
   * What the server is excused from.
   *
   * @param binding in front of what the library stands
   * @return none, unless told otherwise
   */
  default List<Profile.Exclusion> exclusions(Binding binding) {
    return List.of();
  }
}
