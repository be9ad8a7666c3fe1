// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.metadata;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.internal.settings.ResourceSettings;

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
   * @param alone whether the application has no other resource: the well-known path without
   *     anything behind it is served for that one too, since clients look there when nothing told
   *     them better
   * @param contextPath where the application is deployed; empty for the root, otherwise with a
   *     leading and no trailing slash
   * @return the location
   * @throws ConfigurationException if the protected path is not below the context path, since
   *     nothing would be protected then
   */
  public static WellKnownLocation of(ResourceSettings settings, boolean alone, String contextPath) {
    String path = settings.endpoint().path();
    if (!isBelow(path, contextPath)) {
      throw new ConfigurationException(
          Message.PATH_OUTSIDE_CONTEXT.with(path, contextPath, contextPath));
    }
    String inContext = stripRoot(path.substring(contextPath.length()));
    String publicPath = stripTrailingSlash(settings.resource().getRawPath());
    String publicContext = publicContext(publicPath, encoded(inContext), contextPath);
    String inserted = publicPath.substring(publicContext.length());
    String base = contextPath + SUFFIX;
    Set<String> paths =
        Stream.of(
                alone ? "" : inContext,
                inContext,
                stripRoot(path),
                URI.create("http://h" + inserted).getPath())
            .map(base::concat)
            .collect(Collectors.toSet());
    URI url =
        settings
            .endpoint()
            .metadataUrl()
            .orElseGet(() -> url(settings.resource(), publicContext + SUFFIX + inserted));
    return new WellKnownLocation(paths, url);
  }

  /**
   * Tells whether a path is that of the metadata. Clients that build it themselves keep the
   * trailing slash of the URL that they were given.
   *
   * @param path a path on this server
   * @return true if the metadata is served there
   */
  public boolean isAt(String path) {
    return paths.contains(stripTrailingSlash(path));
  }

  private static boolean isBelow(String path, String contextPath) {
    return contextPath.isEmpty() || path.equals(contextPath) || path.startsWith(contextPath + "/");
  }

  private static String stripRoot(String path) {
    return path.equals("/") ? "" : path;
  }

  /**
   * The beginning of the public path that leads to the application: what is before the endpoint's
   * own path, be it the context path or what a proxy has instead of it.
   */
  private static String publicContext(String publicPath, String inContext, String contextPath) {
    if (contextPath.isEmpty()) {
      return "";
    }
    if (!inContext.isEmpty() && publicPath.endsWith(inContext)) {
      return publicPath.substring(0, publicPath.length() - inContext.length());
    }
    if (isBelow(publicPath, contextPath)) {
      return contextPath;
    }
    return inContext.isEmpty() ? publicPath : "";
  }

  private static URI url(URI resource, String rawPath) {
    return URI.create(resource.getScheme() + "://" + resource.getRawAuthority() + rawPath);
  }

  private static String encoded(String path) {
    try {
      return new URI(null, null, path, null).getRawPath();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String stripTrailingSlash(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
