// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.providers.keycloak;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.mcpauth.McpAuthConfigNames;
import org.mcpauth.samples.launcher.LoopbackPort;

/** One {@link MapperSetup} for all test classes that ask for it. */
final class SetupExtension implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == MapperSetup.class;
  }

  /** The root store closes it when all tests are done. */
  @Override
  public MapperSetup resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(SetupExtension.class))
        .getOrComputeIfAbsent(MapperSetup.class, key -> MapperSetup.start(), MapperSetup.class);
  }

  /**
   * The realm of the guide with an audience mapper, and two instances of the same resource.
   *
   * @param setup Keycloak, whose realm {@code other} differs from the one of the guide by name only
   * @param strict the endpoint with {@code mcp.auth.jwt.type=strict} as well
   * @param lenient the endpoint with the three lines of the guide alone
   */
  record MapperSetup(Setup setup, URI strict, URI lenient) implements AutoCloseable {

    private static MapperSetup start() {
      Realm realm = Realm.ofGuide().with(List.of("test-clients.json"));
      List<Realm> realms = List.of(realm, realm.with(List.of("other-realm.json")));
      Setup setup = Setup.start("mapper", AudienceBy.MAPPER, realms);
      try {
        URI lenient = setup.startNotes(Map.of());
        Map<String, String> strict = Map.of(McpAuthConfigNames.JWT_TYPE, "strict");
        return new MapperSetup(
            setup, setup.startNotes("notes-strict", LoopbackPort.free(), strict), lenient);
      } catch (RuntimeException e) {
        setup.close();
        throw e;
      }
    }

    Challenges challenges() {
      return new Challenges(setup.resource());
    }

    @Override
    public void close() {
      setup.close();
    }
  }
}
