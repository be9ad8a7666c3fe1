// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.providers.keycloak;

import static org.mcpauth.McpAuthConfigNames.AUTHORIZATION_SERVERS;
import static org.mcpauth.McpAuthConfigNames.PROVIDER;
import static org.mcpauth.McpAuthConfigNames.RESOURCE;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.mcpauth.samples.launcher.LoopbackPort;
import org.mcpauth.samples.launcher.PayaraMicroProcess;

/**
 * A Keycloak with the realm of the guide, and as many instances of the sample as there should be.
 */
final class Setup implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Installation installation;
  private final String name;
  private final URI resource;
  private final Secrets secrets;
  private final KeycloakServer keycloak;
  private final Deque<PayaraMicroProcess> instances = new ArrayDeque<>();

  private Setup(
      Installation installation,
      String name,
      URI resource,
      Secrets secrets,
      KeycloakServer keycloak) {
    this.installation = installation;
    this.name = name;
    this.resource = resource;
    this.secrets = secrets;
    this.keycloak = keycloak;
  }

  /**
   * Starts Keycloak.
   *
   * @param name where its logs go
   * @param way how the MCP server gets into the audience
   * @param realms the realms to import, in which {@code MCP_RESOURCE} stands for the sample
   */
  static Setup start(String name, AudienceBy way, List<Realm> realms) {
    AtomicReference<Setup> started = new AtomicReference<>();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> endWithJvm(started.get())));
    Installation installation = Installation.ofBuild();
    Path home = installation.keycloak(way);
    Realm.write(realms, home);
    Secrets secrets = new Secrets(random(), random());
    URI resource = URI.create("http://localhost:" + LoopbackPort.free() + "/mcp");
    Map<String, String> environment =
        Map.of(
            "MCP_RESOURCE", resource.toString(),
            "MCP_SERVICE_SECRET", secrets.serviceSecret(),
            "MCP_ALICE_PASSWORD", secrets.alicePassword());
    KeycloakCommand.build(home, way.features(), installation.log(name + "-keycloak-build"));
    Path log = installation.log(name + "-keycloak");
    KeycloakServer keycloak = KeycloakServer.start(home, environment, log);
    Setup setup = new Setup(installation, name, resource, secrets, keycloak);
    started.set(setup);
    return setup;
  }

  /** Also what is just being started, which no object stands for yet. */
  private static void endWithJvm(@Nullable Setup setup) {
    if (setup != null) {
      setup.close();
    }
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
  }

  private static String random() {
    return UUID.randomUUID().toString();
  }

  /**
   * Starts the sample with the three lines of the guide and some more, and returns its endpoint.
   */
  URI startNotes(Map<String, String> more) {
    return startNotes("notes", resource.getPort(), more);
  }

  /** Starts another instance of the same resource, on a port of its own. */
  URI startNotes(String kind, int port, Map<String, String> more) {
    Map<String, String> properties = new TreeMap<>();
    properties.put(RESOURCE, resource.toString());
    properties.put(AUTHORIZATION_SERVERS, issuer().toString());
    properties.put(PROVIDER, "keycloak");
    properties.putAll(more);
    PayaraMicroProcess payara =
        PayaraMicroProcess.builder(installation.payaraMicro(), installation.war(), port)
            .systemProperties(properties)
            .log(installation.log(name + "-" + kind))
            .timeout(PATIENCE)
            .start();
    synchronized (instances) {
      instances.push(payara);
    }
    return payara.uri("/mcp");
  }

  KeycloakServer keycloak() {
    return keycloak;
  }

  URI issuer() {
    return keycloak.issuer("mcp");
  }

  URI resource() {
    return resource;
  }

  Secrets secrets() {
    return secrets;
  }

  /** Tokens of the realm of the guide. */
  TokenEndpoint tokens() {
    return tokens("mcp");
  }

  TokenEndpoint tokens(String realm) {
    URI endpoint = URI.create(keycloak.issuer(realm) + "/protocol/openid-connect/token");
    return new TokenEndpoint(endpoint, secrets);
  }

  /** May be called more than once: at the end of the tests, and at the end of the JVM. */
  @Override
  public void close() {
    synchronized (instances) {
      instances.forEach(PayaraMicroProcess::close);
      instances.clear();
    }
    keycloak.close();
  }

  /** Made anew for each Keycloak. */
  record Secrets(String serviceSecret, String alicePassword) {

    @Override
    public String toString() {
      return "Secrets[]";
    }
  }
}
