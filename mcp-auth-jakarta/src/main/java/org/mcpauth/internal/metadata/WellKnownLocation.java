// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.metadata;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.internal.settings.McpAuthSettings;

/**
 * Where the metadata of a protected resource is found (RFC 9728 §3.1), seen from an application
 * that is deployed at some context path.
 *
 * <p>The RFC wants the well-known path at the root of the host. An application below a context path
 * cannot serve that, so it serves the well-known path below its context path and names that URL in
 * its challenges; for one at the root both are the same.
 *
 * @param paths the paths on this server under which the metadata is served
 * @param url the absolute URL that challenges name
 */
public record WellKnownLocation(Set<String> paths, URI url) {

  /** The path suffix that RFC 9728 §3 registers. */
  public static final String SUFFIX = "/.well-known/oauth-protected-resource";

  /** Copies the paths. */
  public WellKnownLocation {
    paths = Set.copyOf(paths);
  }

  /**
   * Finds the location for an application.
   *
   * @param settings the settings of the resource
   * @param contextPath where the application is deployed; empty for the root, otherwise with a
   *     leading and no trailing slash
   * @return the location
   * @throws ConfigurationException if the protected path is not below the context path, since
   *     nothing would be protected then
   */
  public static WellKnownLocation of(McpAuthSettings settings, String contextPath) {
    String path = settings.endpoint().path();
    if (!isBelow(path, contextPath)) {
      throw new ConfigurationException(
          Message.PATH_OUTSIDE_CONTEXT.with(path, contextPath, contextPath));
    }
    String inContext = stripRoot(path.substring(contextPath.length()));
    String base = contextPath + SUFFIX;
    Set<String> paths = Set.copyOf(List.of(base, base + inContext, base + stripRoot(path)));
    URI url =
        settings
            .endpoint()
            .metadataUrl()
            .orElseGet(() -> derivedUrl(settings.resource(), inContext, contextPath.isEmpty()));
    return new WellKnownLocation(paths, url);
  }

  /**
   * Tells whether a path is that of the metadata.
   *
   * @param path a path on this server
   * @return true if the metadata is served there
   */
  public boolean isAt(String path) {
    return paths.contains(path);
  }

  private static boolean isBelow(String path, String contextPath) {
    return contextPath.isEmpty() || path.equals(contextPath) || path.startsWith(contextPath + "/");
  }

  private static String stripRoot(String path) {
    return path.equals("/") ? "" : path;
  }

  /**
   * Inserts the suffix where the public URL of the application ends and the endpoint's path begins.
   */
  private static URI derivedUrl(URI resource, String inContext, boolean atRoot) {
    String publicPath = stripTrailingSlash(Optional.ofNullable(resource.getRawPath()).orElse(""));
    String origin = resource.getScheme() + "://" + resource.getRawAuthority();
    boolean knowsContext = !atRoot && publicPath.endsWith(inContext);
    String publicContext =
        knowsContext ? publicPath.substring(0, publicPath.length() - inContext.length()) : "";
    String inserted = publicPath.substring(publicContext.length());
    return URI.create(origin + publicContext + SUFFIX + inserted);
  }

  private static String stripTrailingSlash(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
