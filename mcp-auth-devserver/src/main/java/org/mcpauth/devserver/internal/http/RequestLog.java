// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last requests, in the order of their arrival. */
public final class RequestLog {

  private static final int CAPACITY = 1000;

  /** Larger forms are recorded without their parameters, so that the log stays small. */
  private static final int LARGEST_FORM = 8 * 1024;

  private final Deque<Request> requests = new ArrayDeque<>();

  synchronized void add(Request request) {
    if (requests.size() == CAPACITY) {
      requests.removeFirst();
    }
    requests.addLast(isSmallForm(request) ? request : request.withoutBody());
  }

  private static boolean isSmallForm(Request request) {
    return request.isForm() && request.body().length() <= LARGEST_FORM;
  }

  /**
   * The requests so far.
   *
   * @return a copy, oldest first
   */
  public synchronized List<Request> all() {
    return List.copyOf(requests);
  }

  /** Forgets them. */
  public synchronized void clear() {
    requests.clear();
  }
}
