// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.internal.checks;

import java.util.List;
import java.util.Optional;
import org.mcpauth.checker.internal.discovery.Metadata;
import org.mcpauth.checker.report.Check;
import org.mcpauth.checker.report.Finding;

/** About response types, grant types and PKCE. */
public final class GrantFindings {

  private static final String GRANTS = "grant_types_supported";

  private GrantFindings() {}

  /**
   * About what a client needs to get a token.
   *
   * @param metadata the document
   * @return a finding for each
   */
  public static List<Finding> of(Metadata metadata) {
    return List.of(
        responseType(metadata),
        authorizationCode(metadata),
        refreshToken(metadata),
        clientCredentials(metadata),
        pkce(metadata),
        responseIssuer(metadata),
        offlineAccess(metadata));
  }

  private static Finding responseType(Metadata metadata) {
    List<String> types = metadata.texts("response_types_supported").orElse(List.of());
    return types.contains("code")
        ? Finding.ok(Check.RESPONSE_TYPE_CODE, Listing.of(types))
        : Finding.error(
            Check.RESPONSE_TYPE_CODE,
            "response_types_supported: " + Listing.of(types),
            "Publish response_types_supported with code; the member is required.");
  }

  private static Finding authorizationCode(Metadata metadata) {
    Optional<List<String>> grants = metadata.texts(GRANTS);
    if (grants.isEmpty()) {
      return Finding.ok(
          Check.GRANT_AUTHORIZATION_CODE, "no " + GRANTS + ", which means authorization_code too");
    }
    return grants.get().contains("authorization_code")
        ? Finding.ok(Check.GRANT_AUTHORIZATION_CODE, Listing.of(grants.get()))
        : Finding.error(
            Check.GRANT_AUTHORIZATION_CODE,
            GRANTS + ": " + Listing.of(grants.get()),
            "Enable and publish authorization_code: it is how MCP clients get tokens for people.");
  }

  private static Finding refreshToken(Metadata metadata) {
    return metadata
        .texts(GRANTS)
        .map(
            grants ->
                grants.contains("refresh_token")
                    ? Finding.ok(Check.GRANT_REFRESH_TOKEN, "refresh_token is published")
                    : Finding.warning(
                        Check.GRANT_REFRESH_TOKEN,
                        "refresh_token is not published",
                        "Enable and publish refresh_token if people should not have to log in"
                            + " whenever a token ends."))
        .orElseGet(() -> unsaid(Check.GRANT_REFRESH_TOKEN));
  }

  private static Finding clientCredentials(Metadata metadata) {
    return metadata
        .texts(GRANTS)
        .map(
            grants ->
                grants.contains("client_credentials")
                    ? Finding.ok(Check.GRANT_CLIENT_CREDENTIALS, "client_credentials is published")
                    : Finding.info(
                        Check.GRANT_CLIENT_CREDENTIALS,
                        "client_credentials is not published: no clients without a person"))
        .orElseGet(() -> unsaid(Check.GRANT_CLIENT_CREDENTIALS));
  }

  private static Finding unsaid(Check check) {
    return Finding.info(check, "no " + GRANTS + ": unknown");
  }

  private static Finding pkce(Metadata metadata) {
    String name = "code_challenge_methods_supported";
    Optional<List<String>> methods = metadata.texts(name);
    if (methods.orElse(List.of()).contains("S256")) {
      return Finding.ok(Check.PKCE_S256, Listing.of(methods.get()));
    }
    return Finding.error(
        Check.PKCE_S256,
        methods.map(m -> name + ": " + Listing.of(m)).orElse("no " + name),
        "Publish "
            + name
            + " with S256. MCP clients must refuse to go on without it, even if the"
            + " server does support PKCE.");
  }

  private static Finding responseIssuer(Metadata metadata) {
    String name = "authorization_response_iss_parameter_supported";
    return metadata.members().flag(name)
        ? Finding.ok(Check.AUTHORIZATION_RESPONSE_ISS, name + ": true")
        : Finding.warning(
            Check.AUTHORIZATION_RESPONSE_ISS,
            name + " is not true",
            "Send iss in authorization responses and publish it: MCP says SHOULD, and will say"
                + " MUST.");
  }

  private static Finding offlineAccess(Metadata metadata) {
    Optional<List<String>> scopes = metadata.texts("scopes_supported");
    if (scopes.isEmpty()) {
      return Finding.info(Check.SCOPE_OFFLINE_ACCESS, "no scopes_supported");
    }
    return Finding.info(
        Check.SCOPE_OFFLINE_ACCESS,
        scopes.get().contains("offline_access")
            ? "scopes_supported has offline_access: clients may ask for it to get a refresh token."
                + " The MCP server must not list it itself."
            : "scopes_supported has no offline_access: clients do not ask for it");
  }
}
