// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.verifier.Context;
import com.nimbusds.oauth2.sdk.auth.verifier.ExpendedJTIChecker;
import com.nimbusds.oauth2.sdk.client.ClientInformation;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.JWTID;
import java.time.Duration;
import java.util.Date;
import org.mcpauth.devserver.internal.settings.ServerSettings;
import org.mcpauth.devserver.internal.store.BoundedStore;

/** A client assertion is good once (RFC 7523 §3). */
final class UsedAssertions implements ExpendedJTIChecker<ClientInformation> {

  private static final int MOST = 10_000;

  private final BoundedStore<Boolean> used;

  UsedAssertions(ServerSettings settings) {
    this.used = new BoundedStore<>(MOST, Duration.ofDays(1), settings.clock());
  }

  @Override
  public boolean isExpended(
      JWTID id,
      ClientID client,
      ClientAuthenticationMethod method,
      Context<ClientInformation> context) {
    return used.get(key(id, client)).isPresent();
  }

  @Override
  public void markExpended(
      JWTID id,
      Date expiration,
      ClientID client,
      ClientAuthenticationMethod method,
      Context<ClientInformation> context) {
    used.put(key(id, client), true);
  }

  private static String key(JWTID id, ClientID client) {
    return client.getValue() + " " + id.getValue();
  }
}
