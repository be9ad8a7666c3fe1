// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rest;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mcpauth.internal.engine.HttpRequestView;

/**
 * A JAX-RS request, as the engine sees it.
 *
 * @param method the HTTP method
 * @param uriInfo where the request goes
 * @param contextPath where the application is deployed
 * @param allHeaders the headers
 * @param contentLength the announced size; negative if unknown
 * @param chain the client's certificates, if the container has them
 * @param body the body
 */
record RestRequestView(
    String method,
    UriInfo uriInfo,
    String contextPath,
    MultivaluedMap<String, String> allHeaders,
    long contentLength,
    @Nullable Object chain,
    InputStream body)
    implements HttpRequestView {

  /** The path of the JAX-RS application, without a trailing slash. */
  static String basePath(UriInfo uriInfo) {
    String path = uriInfo.getBaseUri().getPath();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /**
   * The path by its segments: they are decoded and have no matrix parameters on every runtime,
   * while the path as text begins with a slash on some and not on others.
   */
  @Override
  public String path() {
    return basePath(uriInfo)
        + uriInfo.getPathSegments().stream()
            .map(PathSegment::getPath)
            .filter(segment -> !segment.isEmpty())
            .collect(Collectors.joining("/", "/", ""));
  }

  @Override
  public Optional<X509Certificate> clientCertificate() {
    return chain instanceof X509Certificate[] certificates && certificates.length > 0
        ? Optional.of(certificates[0])
        : Optional.empty();
  }

  @Override
  public Optional<String> query() {
    return Optional.ofNullable(uriInfo.getRequestUri().getRawQuery());
  }

  /** By the names: what RESTEasy gives an exception mapper has names and values, but no entries. */
  @Override
  public List<String> headers(String name) {
    return allHeaders.keySet().stream()
        .filter(header -> header.equalsIgnoreCase(name))
        .flatMap(header -> allHeaders.getOrDefault(header, List.of()).stream())
        .toList();
  }
}
