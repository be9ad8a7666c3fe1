// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import org.mcpauth.McpAuthConfigNames;

/** What the products of one vendor do in their own way, as defaults for other keys. */
final class ProviderPresets {

  private static final Map.Entry<String, String> LENIENT =
      entry(McpAuthConfigNames.JWT_TYPE, "lenient");

  static final Map<String, Map<String, String>> PRESETS =
      Map.of(
          "keycloak",
          Map.ofEntries(
              LENIENT, entry(McpAuthConfigNames.CLAIMS_ROLES, "realm_access/roles,groups")),
          // Application permissions come as roles, delegated ones as scp.
          "entra",
          Map.ofEntries(
              LENIENT,
              entry(McpAuthConfigNames.CLAIMS_SCOPES, "scp,roles"),
              entry(McpAuthConfigNames.CLAIMS_ROLES, "roles,groups"),
              entry(McpAuthConfigNames.CLAIMS_CLIENT_ID, "azp,appid")),
          "okta",
          Map.ofEntries(
              LENIENT,
              entry(McpAuthConfigNames.CLAIMS_SCOPES, "scp"),
              entry(McpAuthConfigNames.CLAIMS_CLIENT_ID, "cid")),
          "auth0",
          Map.ofEntries(LENIENT, entry(McpAuthConfigNames.CLAIMS_ROLES, "permissions")),
          "cognito",
          Map.ofEntries(
              LENIENT,
              entry(McpAuthConfigNames.CLAIMS_AUDIENCE, "aud,client_id"),
              entry(McpAuthConfigNames.CLAIMS_ROLES, "cognito:groups")),
          "fusionauth",
          Map.ofEntries(
              LENIENT,
              entry(McpAuthConfigNames.CLAIMS_ROLES, "roles"),
              entry(McpAuthConfigNames.CLAIMS_CLIENT_ID, "applicationId,azp,aud")),
          "google",
          Map.ofEntries(
              entry(McpAuthConfigNames.VERIFICATION, "validation-endpoint"),
              entry(
                  McpAuthConfigNames.VALIDATION_ENDPOINT_URI,
                  "https://oauth2.googleapis.com/tokeninfo"),
              entry(McpAuthConfigNames.VALIDATION_ENDPOINT_TOKEN_IN, "form"),
              entry(McpAuthConfigNames.VALIDATION_ENDPOINT_TOKEN_PARAMETER, "access_token")),
          "github",
          Map.ofEntries(
              entry(McpAuthConfigNames.VERIFICATION, "validation-endpoint"),
              // Without credentials GitHub answers 401, as if every token were wrong.
              entry(McpAuthConfigNames.CLIENT_AUTHENTICATION, "client_secret_basic"),
              entry(McpAuthConfigNames.VALIDATION_ENDPOINT_TOKEN_IN, "json"),
              entry(McpAuthConfigNames.VALIDATION_ENDPOINT_TOKEN_PARAMETER, "access_token"),
              entry(McpAuthConfigNames.CLAIMS_AUDIENCE, "app/client_id"),
              entry(McpAuthConfigNames.CLAIMS_CLIENT_ID, "app/client_id"),
              entry(McpAuthConfigNames.CLAIMS_SUBJECT, "user/id")));

  private ProviderPresets() {}

  /** The values with the defaults of the provider that they name. */
  static SettingValues applied(SettingValues values) {
    ConfigurationKey key = ConfigurationKey.PROVIDER;
    Optional<String> provider = values.text(key);
    return provider.isEmpty() ? values : values.withPreset(values.choice(key, PRESETS, Map.of()));
  }
}
