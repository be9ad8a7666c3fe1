// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mcpauth.internal.settings.IssuerSettings.ClientAuthentication;
import org.mcpauth.internal.settings.IssuerSettings.TokenIn;
import org.mcpauth.internal.settings.IssuerSettings.Verification;

/** Reads how the tokens of one authorization server are verified for one resource. */
final class IssuerReader {

  private static final Map<String, Verification> VERIFICATIONS =
      Map.of(
          "jwt", Verification.JWT,
          "introspection", Verification.INTROSPECTION,
          "validation-endpoint", Verification.VALIDATION_ENDPOINT,
          "mp-jwt", Verification.MP_JWT,
          "custom", Verification.CUSTOM);

  private static final Map<String, TokenIn> TOKEN_IN =
      Map.of("header", TokenIn.HEADER, "form", TokenIn.FORM, "json", TokenIn.JSON);

  private static final Map<String, ClientAuthentication> AUTHENTICATIONS =
      Map.of(
          "none", ClientAuthentication.NONE,
          "client_secret_basic", ClientAuthentication.CLIENT_SECRET_BASIC,
          "client_secret_post", ClientAuthentication.CLIENT_SECRET_POST,
          "private_key_jwt", ClientAuthentication.PRIVATE_KEY_JWT,
          "bearer", ClientAuthentication.BEARER);

  private static final String ENDPOINT_EXAMPLE = "https://issuer.example.com/introspect";
  private static final int HOUR = 3600;

  private final SettingValues values;
  private final LocatedText located;
  private final SettingUrls urls;

  IssuerReader(SettingValues values) {
    this.values = ProviderPresets.applied(values);
    this.located = new LocatedText(this.values);
    this.urls =
        new SettingUrls(this.values, this.values.flag(ConfigurationKey.INSECURE_ALLOW_HTTP_ISSUER));
  }

  IssuerSettings read(String issuer, URI resource) {
    Verification verification = values.choice(ConfigurationKey.VERIFICATION, VERIFICATIONS);
    JwtReader jwt = new JwtReader(values, located);
    IssuerSettings settings =
        new IssuerSettings(
            issuer,
            verification,
            audiences(resource),
            jwt.read(verification),
            jwt.keys(urls),
            claims(),
            client(),
            introspection(),
            validationEndpoint(),
            exchange());
    requireWhatVerificationNeeds(settings);
    return settings;
  }

  private Set<String> audiences(URI resource) {
    List<String> audiences = values.list(ConfigurationKey.AUDIENCES);
    return audiences.isEmpty() ? Set.of(resource.toString()) : Set.copyOf(audiences);
  }

  private IssuerSettings.ClaimNames claims() {
    return new IssuerSettings.ClaimNames(
        paths(ConfigurationKey.CLAIMS_SCOPES),
        paths(ConfigurationKey.CLAIMS_ROLES),
        paths(ConfigurationKey.CLAIMS_AUDIENCE),
        paths(ConfigurationKey.CLAIMS_SUBJECT),
        paths(ConfigurationKey.CLAIMS_CLIENT_ID));
  }

  private List<ClaimPath> paths(ConfigurationKey key) {
    return values.list(key).stream().flatMap(text -> path(key, text).stream()).toList();
  }

  private Optional<ClaimPath> path(ConfigurationKey key, String text) {
    Optional<ClaimPath> path = ClaimPath.parse(text);
    if (path.isEmpty()) {
      values.invalid(key, text, "is not the path of a claim", "realm_access/roles");
    }
    return path;
  }

  private IssuerSettings.Client client() {
    Optional<Secret> secret = located.secret(ConfigurationKey.CLIENT_SECRET);
    Optional<Secret> privateKey = located.secret(ConfigurationKey.CLIENT_PRIVATE_KEY);
    Optional<Secret> token = located.secret(ConfigurationKey.CLIENT_TOKEN);
    ClientAuthentication derived =
        privateKey
            .map(set -> ClientAuthentication.PRIVATE_KEY_JWT)
            .or(() -> token.map(set -> ClientAuthentication.BEARER))
            .or(() -> secret.map(set -> ClientAuthentication.CLIENT_SECRET_BASIC))
            .orElse(ClientAuthentication.NONE);
    ClientAuthentication authentication =
        values.text(ConfigurationKey.CLIENT_AUTHENTICATION).isEmpty()
            ? derived
            : values.choice(
                ConfigurationKey.CLIENT_AUTHENTICATION, AUTHENTICATIONS, ClientAuthentication.NONE);
    IssuerSettings.Client client =
        new IssuerSettings.Client(
            authentication,
            values.text(ConfigurationKey.CLIENT_ID).orElse(""),
            secret.orElse(null),
            privateKey.orElse(null),
            token.orElse(null));
    needs(authentication)
        .filter(key -> values.text(key).isEmpty())
        .forEach(key -> values.missing(key, "what the client authentication needs", "…"));
    return client;
  }

  private static Stream<ConfigurationKey> needs(ClientAuthentication authentication) {
    return switch (authentication) {
      case NONE -> Stream.empty();
      case CLIENT_SECRET_BASIC, CLIENT_SECRET_POST ->
          Stream.of(ConfigurationKey.CLIENT_ID, ConfigurationKey.CLIENT_SECRET);
      case PRIVATE_KEY_JWT ->
          Stream.of(ConfigurationKey.CLIENT_ID, ConfigurationKey.CLIENT_PRIVATE_KEY);
      case BEARER -> Stream.of(ConfigurationKey.CLIENT_TOKEN);
    };
  }

  private IssuerSettings.Introspection introspection() {
    return new IssuerSettings.Introspection(
        urls.endpoint(ConfigurationKey.INTROSPECTION_ENDPOINT, ENDPOINT_EXAMPLE).orElse(null),
        values.flag(ConfigurationKey.INTROSPECTION_SIGNED_RESPONSE),
        values.seconds(ConfigurationKey.INTROSPECTION_TTL, 0, HOUR),
        values.seconds(ConfigurationKey.INTROSPECTION_NEGATIVE_TTL, 0, 60));
  }

  private IssuerSettings.ValidationEndpoint validationEndpoint() {
    return new IssuerSettings.ValidationEndpoint(
        urls.endpoint(
                ConfigurationKey.VALIDATION_ENDPOINT_URI, "https://issuer.example.com/validate")
            .orElse(null),
        values.choice(ConfigurationKey.VALIDATION_ENDPOINT_TOKEN_IN, TOKEN_IN),
        values.text(ConfigurationKey.VALIDATION_ENDPOINT_TOKEN_PARAMETER).orElse(""),
        values
            .text(ConfigurationKey.VALIDATION_ENDPOINT_CLAIMS)
            .flatMap(text -> path(ConfigurationKey.VALIDATION_ENDPOINT_CLAIMS, text))
            .orElse(null));
  }

  private IssuerSettings.Exchange exchange() {
    ConfigurationKey key = ConfigurationKey.TOKEN_EXCHANGE_ACTOR_TOKEN_TYPE;
    String type = values.text(key).orElse("");
    if (SettingUrls.parsed(type).filter(URI::isAbsolute).isEmpty()) {
      values.invalid(key, type, "is not a token type (RFC 8693 §3)", key.defaultValue());
    }
    return new IssuerSettings.Exchange(
        urls.endpoint(ConfigurationKey.TOKEN_EXCHANGE_ENDPOINT, "https://issuer.example.com/token")
            .orElse(null),
        located.secret(ConfigurationKey.TOKEN_EXCHANGE_ACTOR_TOKEN).orElse(null),
        type);
  }

  private void requireWhatVerificationNeeds(IssuerSettings settings) {
    if (settings.verification() == Verification.INTROSPECTION
        && settings.client().authentication() == ClientAuthentication.NONE) {
      values.missing(
          ConfigurationKey.CLIENT_ID,
          "the client that may introspect, with a secret or a key, since RFC 7662 §2.1 wants it",
          "notes-server");
    }
    if (settings.verification() == Verification.VALIDATION_ENDPOINT
        && values.text(ConfigurationKey.VALIDATION_ENDPOINT_URI).isEmpty()) {
      values.missing(
          ConfigurationKey.VALIDATION_ENDPOINT_URI,
          "the endpoint that validates tokens",
          "https://issuer.example.com/api/jwt/validate");
    }
  }
}
