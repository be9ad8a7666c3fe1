// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.providers.mpjwt;

import java.io.File;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.mcpauth.McpAuthConfigNames;
import org.mcpauth.devserver.DevAuthorizationServer;

/** The application, where it is, and the authorization server that it trusts. */
final class Deployed {

  static final DevAuthorizationServer ISSUER =
      DevAuthorizationServer.builder().host("127.0.0.1").port(0).start();

  static final URI BASE =
      URI.create("http://127.0.0.1:" + System.getProperty("server.http.port") + "/mp-jwt");
  static final URI RESOURCE = URI.create(BASE + "/mcp");

  /** What a build that depends on the library would put into the WAR. */
  private static final List<String> LIBRARIES =
      List.of(
          "mcp-auth-jakarta",
          "mcp-auth-api",
          "microprofile-jwt-auth-api",
          "jspecify",
          "jose4j",
          "slf4j-api",
          "caffeine");

  private Deployed() {}

  static WebArchive archive() {
    WebArchive archive =
        ShrinkWrap.create(WebArchive.class, "mp-jwt.war")
            .addPackages(false, "org.mcpauth.providers.mpjwt.app")
            .addAsResource(
                new StringAsset(configuration()), "META-INF/microprofile-config.properties")
            .addAsResource("payara-mp-jwt.properties");
    LIBRARIES.forEach(library -> archive.addAsLibrary(jar(library)));
    return archive;
  }

  private static String configuration() {
    return Map.of(
            McpAuthConfigNames.RESOURCE,
            RESOURCE.toString(),
            McpAuthConfigNames.AUTHORIZATION_SERVERS,
            ISSUER.issuer().toString(),
            McpAuthConfigNames.SCOPES,
            "notes:read",
            McpAuthConfigNames.VERIFICATION,
            "mp-jwt",
            "mp.jwt.verify.issuer",
            ISSUER.issuer().toString(),
            "mp.jwt.verify.publickey.location",
            ISSUER.issuer() + "/jwks")
        .entrySet()
        .stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private static File jar(String name) {
    Pattern fileName = Pattern.compile(Pattern.quote(name) + "-\\d.*\\.jar");
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(File::new)
        .filter(file -> fileName.matcher(file.getName()).matches())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name + " is not packaged: run 'verify'"));
  }
}
