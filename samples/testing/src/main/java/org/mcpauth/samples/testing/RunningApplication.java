// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.testing;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mcpauth.devserver.DevAuthorizationServer;
import org.mcpauth.devserver.TokenDraft;
import org.mcpauth.samples.launcher.Companion;
import org.mcpauth.samples.launcher.LoopbackPort;
import org.mcpauth.samples.launcher.PayaraMicroProcess;
import org.mcpauth.samples.launcher.RunningSample;
import org.mcpauth.samples.launcher.Walkthrough;

/**
 * The packaged application on Payara Micro, the authorization server that it trusts, and the
 * sample's companion, if there is one: what the launcher starts, on free ports.
 */
public final class RunningApplication implements AutoCloseable {

  private final DevAuthorizationServer issuer;
  private final URI companion = URI.create("http://localhost:" + LoopbackPort.free());
  private final RunningSample running = new RunningSample();
  private final int port = LoopbackPort.free();
  private final PayaraMicroProcess payara;

  private RunningApplication() {
    issuer =
        running.start(
            () -> DevAuthorizationServer.builder().port(0).start(), DevAuthorizationServer::stop);
    try {
      Optional<Companion> found = Companion.find();
      found.ifPresent(this::startCompanion);
      Map<String, String> more = found.map(one -> one.configuration(companion)).orElse(Map.of());
      payara = running.start(() -> payara(more), PayaraMicroProcess::close);
    } catch (RuntimeException e) {
      throw stopped(e);
    }
  }

  private void startCompanion(Companion found) {
    running.start(
        () -> found.start(issuer, endpoint().toString(), companion), Companion.Running::close);
  }

  /** Why there is nothing to be tested is more than why something cannot be stopped. */
  private RuntimeException stopped(RuntimeException reason) {
    try {
      close();
    } catch (RuntimeException e) {
      reason.addSuppressed(e);
    }
    return reason;
  }

  /**
   * Starts everything. The build says where the application and Payara Micro are.
   *
   * @return what runs, when the application answers
   */
  public static RunningApplication start() {
    return new RunningApplication();
  }

  private PayaraMicroProcess payara(Map<String, String> more) {
    Map<String, String> properties = new TreeMap<>(more);
    properties.put("mcp.auth.resource", endpoint().toString());
    properties.put("mcp.auth.authorization-servers", issuer.issuer().toString());
    return PayaraMicroProcess.builder(path("launcher.payara.jar"), path("launcher.war"), port)
        .log(path("launcher.payara.log"))
        .systemProperties(properties)
        .start();
  }

  private static Path path(String property) {
    String value = System.getProperty(property);
    if (value == null) {
      throw new IllegalStateException("the system property " + property + " is missing");
    }
    return Path.of(value);
  }

  /**
   * The authorization server.
   *
   * @return the development authorization server
   */
  public DevAuthorizationServer issuer() {
    return issuer;
  }

  /**
   * The process id of the server.
   *
   * @return the id of Payara Micro's process
   */
  public long pid() {
    return payara.pid();
  }

  /**
   * Where the application is.
   *
   * @return its URL without a path
   */
  public String origin() {
    return "http://localhost:" + port;
  }

  /**
   * The MCP endpoint, which is the resource identifier as well.
   *
   * @return its URL
   */
  public URI endpoint() {
    return URI.create(origin() + "/mcp");
  }

  /**
   * The sample's companion.
   *
   * @return its URL without a path
   */
  public URI companion() {
    return companion;
  }

  /**
   * The metadata document that challenges name.
   *
   * @return its URL
   */
  public String metadataUrl() {
    return origin() + "/.well-known/oauth-protected-resource/mcp";
  }

  /**
   * The whole challenge for a caller without a token.
   *
   * @param scope the scopes for basic use
   * @return the value of {@code WWW-Authenticate}
   */
  public String unauthenticated(String scope) {
    return "Bearer scope=\"" + scope + "\", resource_metadata=\"" + metadataUrl() + "\"";
  }

  /**
   * The whole challenge for a caller whose token lacks a scope.
   *
   * @param scope the scopes that are named
   * @return the value of {@code WWW-Authenticate}
   */
  public String insufficientScope(String scope) {
    return "Bearer error=\"insufficient_scope\", scope=\""
        + scope
        + "\", resource_metadata=\""
        + metadataUrl()
        + "\", error_description=\"The access token lacks a scope that this operation needs\"";
  }

  /**
   * A valid token for the application.
   *
   * @return a draft with the right issuer and audience
   */
  public TokenDraft token() {
    return issuer.tokens().forResource(endpoint().toString());
  }

  /**
   * The commands of the sample's walkthrough, as the launcher would print them.
   *
   * @return lines to be pasted into a shell
   */
  public String walkthrough() {
    return Walkthrough.of(path("launcher.walkthrough"))
        .commands(endpoint(), endpoint().toString(), issuer.issuer(), companion);
  }

  /** Stops everything, last first, as the launcher does. */
  @Override
  public void close() {
    running.close();
  }
}
