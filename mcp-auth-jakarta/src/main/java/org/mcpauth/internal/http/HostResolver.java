// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. An implementation is safe for use by several threads. */
@FunctionalInterface
public interface HostResolver {

  /**
   * Finds addresses.
   *
   * @param host a host name or an address literal
   * @return its addresses
   * @throws UnknownHostException if there are none
   */
  List<InetAddress> resolve(String host) throws UnknownHostException;
}
