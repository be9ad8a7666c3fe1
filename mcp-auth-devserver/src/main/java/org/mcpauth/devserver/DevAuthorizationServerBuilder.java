// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mcpauth.devserver.internal.http.LoopbackServer;
import org.mcpauth.devserver.internal.settings.ServerSettings;

/** Configures a {@link DevAuthorizationServer}. Nothing can be changed after the start. */
public final class DevAuthorizationServerBuilder
    extends EndpointOptions<DevAuthorizationServerBuilder> {

  /** The port unless another is asked for. */
  public static final int DEFAULT_PORT = 9090;

  private static final Duration REFRESH_TOKEN_LIFETIME = Duration.ofHours(24);
  private static final Duration CODE_LIFETIME = Duration.ofMinutes(1);
  private static final Duration LOGIN_LIFETIME = Duration.ofMinutes(30);

  private String host = "localhost";
  private int port = DEFAULT_PORT;
  private @Nullable URI issuer;
  private String issuerPath = "";
  private final Map<String, DevClient> clients = new LinkedHashMap<>();
  private boolean remoteClientMetadata;

  DevAuthorizationServerBuilder() {
    client(
        DevClient.confidential(
            DevAuthorizationServer.DEFAULT_CLIENT_ID,
            DevAuthorizationServer.DEFAULT_CLIENT_SECRET));
  }

  /**
   * Where to listen. Anything but loopback is refused at the start.
   *
   * @param host {@code localhost} (the default: 127.0.0.1 and, if there is one, ::1), or an address
   *     of 127.0.0.0/8, or {@code ::1}
   * @return this
   */
  public DevAuthorizationServerBuilder host(String host) {
    this.host = host;
    return this;
  }

  /**
   * The port; 9090 by default.
   *
   * @param port a port, or 0 for a free one
   * @return this
   */
  public DevAuthorizationServerBuilder port(int port) {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port must be between 0 and 65535, not " + port);
    }
    this.port = port;
    return this;
  }

  /**
   * The issuer identifier; {@code http://localhost:<port>} by default. Endpoints are advertised
   * below it.
   *
   * @param issuer an absolute URI without query and fragment (RFC 8414 §2)
   * @return this
   */
  public DevAuthorizationServerBuilder issuer(URI issuer) {
    if (!issuer.isAbsolute() || issuer.getRawQuery() != null || issuer.getRawFragment() != null) {
      throw new IllegalArgumentException("issuer must be absolute, without query and fragment");
    }
    this.issuer = issuer;
    return this;
  }

  /**
   * Appends a path to the default issuer, such as {@code /realms/dev}.
   *
   * @param path starts with a slash and does not end with one
   * @return this
   */
  public DevAuthorizationServerBuilder issuerPath(String path) {
    if (!path.startsWith("/") || path.endsWith("/")) {
      throw new IllegalArgumentException("issuer path must start, but not end, with a slash");
    }
    this.issuerPath = path;
    return this;
  }

  /**
   * Adds a client that needs no registration, or replaces the one with the same id.
   *
   * @param client a client
   * @return this
   */
  public DevAuthorizationServerBuilder client(DevClient client) {
    clients.put(client.id(), client);
    return this;
  }

  /**
   * Fetches Client ID Metadata Documents from other than loopback hosts as well, over https only.
   *
   * @param allowed true to leave this machine
   * @return this
   */
  public DevAuthorizationServerBuilder remoteClientMetadata(boolean allowed) {
    this.remoteClientMetadata = allowed;
    return this;
  }

  /**
   * Starts the server.
   *
   * @return a running server
   * @throws IllegalArgumentException if the host is not loopback
   * @throws java.io.UncheckedIOException if the port is in use; the message names it
   */
  public DevAuthorizationServer start() {
    LoopbackServer http = LoopbackServer.bind(host, port);
    try {
      return new DevAuthorizationServer(
          settings(http.port()),
          http,
          clients.values().stream().map(DevClient::toClientInformation).toList());
    } catch (RuntimeException e) {
      http.stop();
      throw e;
    }
  }

  @Override
  DevAuthorizationServerBuilder self() {
    return this;
  }

  private ServerSettings settings(int boundPort) {
    return new ServerSettings(
        issuer != null ? issuer : defaultIssuer(boundPort),
        clock,
        new ServerSettings.Lifetimes(
            accessTokenLifetime, REFRESH_TOKEN_LIFETIME, CODE_LIFETIME, LOGIN_LIFETIME),
        scopes,
        defaultAudience,
        keyAlgorithm.keyType(),
        opaqueTokens,
        interactive,
        autoApprovedUser,
        accounts(),
        remoteClientMetadata,
        introspectionCaller,
        jwtValidation);
  }

  private URI defaultIssuer(int boundPort) {
    String authority = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    return URI.create("http://" + authority + ":" + boundPort + issuerPath);
  }
}
