// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.restclient;

import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;
import org.mcpauth.client.TokenForwardingGuard;

/**
 * Gives every MicroProfile REST client the guard, found as a service (MicroProfile REST Client,
 * Provider Declaration): whoever lists {@code Authorization} among the headers to be propagated
 * would send the caller's token on.
 */
public final class GuardedRestClients implements RestClientListener {

  /** Made by the MicroProfile REST Client implementation. */
  public GuardedRestClients() {}

  @Override
  public void onNewClient(Class<?> serviceInterface, RestClientBuilder builder) {
    if (!builder.getConfiguration().isRegistered(TokenForwardingGuard.class)) {
      builder.register(TokenForwardingGuard.class);
    }
  }
}
