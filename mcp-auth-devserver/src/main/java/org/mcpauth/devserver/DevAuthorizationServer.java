// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import com.nimbusds.oauth2.sdk.client.ClientInformation;
import java.net.URI;
import java.util.List;
import org.mcpauth.devserver.internal.http.FaultSwitch;
import org.mcpauth.devserver.internal.http.LoopbackServer;
import org.mcpauth.devserver.internal.http.RequestLog;
import org.mcpauth.devserver.internal.http.Router;
import org.mcpauth.devserver.internal.keys.KeyRing;
import org.mcpauth.devserver.internal.mint.TokenPress;
import org.mcpauth.devserver.internal.oauth.AccessTokens;
import org.mcpauth.devserver.internal.oauth.AuthorizationServer;
import org.mcpauth.devserver.internal.settings.ServerSettings;

/**
 * A running OAuth 2.1 authorization server on loopback, for development and tests.
 *
 * <pre>{@code
 * try (DevAuthorizationServer server = DevAuthorizationServer.builder().port(0).start()) {
 *   String token = server.tokens()
 *       .forResource("http://localhost:8080/mcp")
 *       .subject("alice")
 *       .scope("notes:read")
 *       .mint();
 * }
 * }</pre>
 *
 * <p>It speaks authorization code with PKCE, refresh tokens with rotation and client credentials
 * (OAuth 2.1), RFC 8414 and OpenID Connect discovery, RFC 7591 registration, Client ID Metadata
 * Documents, RFC 7662 introspection, RFC 7009 revocation, RFC 8707 resource indicators, RFC 9068
 * access tokens and RFC 9207 issuer identification. State is in memory and bounded. It is safe for
 * use by several threads.
 */
public final class DevAuthorizationServer implements AutoCloseable {

  /** The {@code client_id} of the client that is always there, unless it is replaced. */
  public static final String DEFAULT_CLIENT_ID = "dev";

  /** The {@code client_secret} of the client that is always there, unless it is replaced. */
  public static final String DEFAULT_CLIENT_SECRET = "dev";

  private final ServerSettings settings;
  private final LoopbackServer http;
  private final KeyRing keys;
  private final AccessTokens accessTokens;
  private final RequestLog requestLog = new RequestLog();
  private final Faults faults;
  private final TokenMinter tokens;

  DevAuthorizationServer(
      ServerSettings settings, LoopbackServer http, List<ClientInformation> clients) {
    this.settings = settings;
    this.http = http;
    this.keys = new KeyRing(settings.keyType());
    this.accessTokens = new AccessTokens(settings, keys);
    TokenPress press = new TokenPress(settings, keys, accessTokens);
    this.tokens = new TokenMinter(press);
    FaultSwitch faultSwitch = new FaultSwitch();
    this.faults = new Faults(faultSwitch, settings.endpoint("").getPath(), press);
    AuthorizationServer endpoints =
        new AuthorizationServer(settings, clients, keys, accessTokens, press.introspection());
    http.start(new Router(endpoints.routes(), faultSwitch), requestLog);
  }

  /**
   * Configures a server.
   *
   * @return a builder with the defaults
   */
  public static DevAuthorizationServerBuilder builder() {
    return new DevAuthorizationServerBuilder();
  }

  /**
   * The issuer identifier (RFC 8414 §2).
   *
   * @return the value of {@code iss}
   */
  public URI issuer() {
    return settings.issuer();
  }

  /**
   * The port.
   *
   * @return the port that was asked for, or the free one that was found
   */
  public int port() {
    return http.port();
  }

  /**
   * Mints access tokens without any request: valid ones and hostile ones.
   *
   * @return a minter with the keys of this server
   */
  public TokenMinter tokens() {
    return tokens;
  }

  /** Signs with a new key from now on; the old ones stay in the JWK Set. */
  public void rotateKeys() {
    keys.rotate();
  }

  /** Takes all but the current key out of the JWK Set. */
  public void dropRetiredKeys() {
    keys.dropRetired();
  }

  /**
   * Revokes an access token, whoever it was issued to (compare RFC 7009). Introspection then says
   * that it is not active.
   *
   * @param token an access token that was issued or minted here
   */
  public void revoke(String token) {
    accessTokens.revoke(token);
  }

  /**
   * Breaks endpoints on purpose.
   *
   * @return the switch
   */
  public Faults faults() {
    return faults;
  }

  /**
   * The last requests that reached this server, at most 1000.
   *
   * @return a copy, oldest first
   */
  public List<RecordedRequest> requests() {
    return requestLog.all().stream().map(RequestRecording::of).toList();
  }

  /** Forgets the requests so far. */
  public void clearRequests() {
    requestLog.clear();
  }

  /** Closes the port. All state is gone. */
  public void stop() {
    http.stop();
  }

  /** The same as {@link #stop()}. */
  @Override
  public void close() {
    stop();
  }
}
