// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.arquillian;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mcpauth.McpAuthConfigNames;
import org.mcpauth.tck.server.Feature;
import org.mcpauth.tck.server.IssuedTokens;
import org.mcpauth.tck.server.Issuer;
import org.mcpauth.tck.server.Operation;

/**
 * What the library under test is told, as the fixture contract says.
 *
 * @param resource the URL of the MCP endpoint, and the resource identifier
 * @param issuer the only one that is trusted
 * @param variant what is different
 */
public record ServerConfiguration(URI resource, URI issuer, Variant variant) {

  /**
   * The endpoints of what the application has on top.
   *
   * @return for a profile
   */
  public Map<Feature, URI> features() {
    return variant.features(resource);
  }

  /**
   * The keys of MicroProfile Config and their values.
   *
   * @return in no particular order
   */
  public Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(McpAuthConfigNames.RESOURCE, resource.toString());
    values.put(McpAuthConfigNames.AUTHORIZATION_SERVERS, issuer.toString());
    values.put(McpAuthConfigNames.SCOPES, Operation.BASELINE);
    values.put(McpAuthConfigNames.DPOP, "supported");
    ResourceKey key = ResourceKey.ofThisRun();
    values.put(McpAuthConfigNames.METADATA_SIGNING_KEY, key.jwk());
    values.put(McpAuthConfigNames.METADATA_JWKS_URI, key.location().toString());
    values.put(
        McpAuthConfigNames.SCOPE_HIERARCHY + ".\"" + Operation.ADMIN + "\"",
        String.join(",", IssuedTokens.fullScopes()));
    values.put(tool(Operation.CLOSED) + ".policy", "deny");
    values.put(McpAuthConfigNames.CLIENT_ID, Issuer.RESOURCE_CLIENT_ID);
    values.put(McpAuthConfigNames.CLIENT_SECRET, Issuer.RESOURCE_CLIENT_SECRET);
    switch (variant) {
      case STANDARD -> putFeatures(values);
      case LISTS -> {
        values.put(McpAuthConfigNames.LISTS, "permitted");
        values.put(McpAuthConfigNames.LISTS_REQUIREMENTS, "true");
      }
      case STRICT -> {
        values.put(McpAuthConfigNames.DEFAULT_POLICY, "deny");
        values.put(McpAuthConfigNames.INSUFFICIENT_SCOPE, "tool-error");
      }
    }
    return values;
  }

  private static String tool(Operation operation) {
    return McpAuthConfigNames.TOOLS + ".\"" + operation.name().orElseThrow() + "\"";
  }

  private void putFeatures(Map<String, String> values) {
    String prefix = McpAuthConfigNames.RESOURCES + ".";
    features()
        .forEach(
            (feature, url) -> {
              if (!url.equals(resource)) {
                values.put(prefix + feature.label() + ".resource", url.toString());
              }
            });
    for (Feature feature : List.of(Feature.INTROSPECTION, Feature.SIGNED_INTROSPECTION)) {
      values.put(prefix + feature.label() + ".verification", "introspection");
    }
    values.put(
        prefix + Feature.SIGNED_INTROSPECTION.label() + ".introspection.signed-response", "true");
    values.put(prefix + Feature.DPOP_NONCE.label() + ".dpop.nonce", "true");
    String proxied = prefix + Feature.CERTIFICATE_HEADER.label() + ".mtls";
    values.put(proxied, "supported");
    values.put(proxied + ".certificate-header", Feature.CERTIFICATE_HEADER_NAME);
  }

  /**
   * The same as a properties file.
   *
   * @return the content of {@code META-INF/microprofile-config.properties}
   */
  public String toProperties() {
    return values().entrySet().stream()
        .map(entry -> entry.getKey().replace(":", "\\:") + "=" + entry.getValue() + "\n")
        .collect(Collectors.joining());
  }

  /**
   * The same as options of a Java virtual machine.
   *
   * @return one option for each key
   */
  public List<String> toOptions() {
    List<String> options = new ArrayList<>();
    values().forEach((name, value) -> options.add("-D" + name + "=" + value));
    return options;
  }
}
