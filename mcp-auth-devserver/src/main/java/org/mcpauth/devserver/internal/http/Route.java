// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.http;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is found at a path.
 *
 * @param path the path
 * @param methods the methods that are answered
 * @param crossOrigin whether scripts of any web page may read the answer
 * @param endpoint who answers
 */
public record Route(String path, Set<String> methods, boolean crossOrigin, Endpoint endpoint) {

  /** Copies the methods, in the order in which {@code Allow} names them. */
  public Route {
    methods = Collections.unmodifiableSortedSet(new TreeSet<>(methods));
  }
}
