// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.porting;

import java.net.URI;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.mcpauth.tck.arquillian.Binding;
import org.mcpauth.tck.arquillian.Porting;
import org.mcpauth.tck.arquillian.ServerConfiguration;
import org.mcpauth.tck.arquillian.Variant;
import org.mcpauth.tck.server.IssuedTokens;
import org.mcpauth.tck.server.Issuer;
import org.mcpauth.tck.server.Profile;
import org.mcpauth.tck.server.Target;

/** A server with the application in it, as one test needs it. Not thread-safe. */
final class ProcessApplication {

  private final ServerConfiguration configuration;
  private final Target target;
  private @Nullable ServerProcess server;

  ProcessApplication(Variant variant) {
    Porting porting = ServiceLoader.load(Porting.class).iterator().next();
    URI resource = URI.create(porting.baseUri() + "/mcp");
    Issuer issuer = Issuer.start(0);
    configuration = new ServerConfiguration(resource, issuer.identifier(), variant);
    target =
        new Target(
            resource,
            new IssuedTokens(issuer, resource),
            new Profile(
                Binding.JAX_RS.profile() + variant.suffix(),
                porting.exclusions(Binding.JAX_RS),
                configuration.features()));
  }

  Target target() {
    return target;
  }

  void start() {
    server =
        ServerProcess.start(
            configuration.toOptions(),
            Path.of(System.getProperty(ProcessBindingTest.ARGUMENTS)),
            System.getProperty(ProcessBindingTest.ANNOUNCEMENT));
  }

  void stop() {
    if (server != null) {
      server.close();
    }
  }
}
