// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mcpauth.internal.settings.IssuerSettings.Verification;

/** Reads how JWTs are verified and where their keys come from. */
final class JwtReader {

  private static final String ALGORITHMS_EXAMPLE = "RS256,ES256";
  private static final Set<String> ASYMMETRIC =
      Set.copyOf(SettingValues.split(ConfigurationKey.JWT_ALGORITHMS.defaultValue()));
  private static final Set<String> SYMMETRIC = Set.of("HS256", "HS384", "HS512");
  private static final int MAX_SKEW = 600;
  private static final int YEAR = 31_536_000;

  private final SettingValues values;
  private final LocatedText located;

  JwtReader(SettingValues values, LocatedText located) {
    this.values = values;
    this.located = located;
  }

  /** Reads the rules; of a server's MicroProfile JWT, which wants another type, lenient ones. */
  IssuerSettings.Jwt read(Verification verification) {
    boolean strict =
        values.choice(ConfigurationKey.JWT_TYPE, Map.of("strict", true, "lenient", false));
    boolean configured = values.configured(ConfigurationKey.JWT_TYPE).isPresent();
    return new IssuerSettings.Jwt(
        strict && (configured || verification != Verification.MP_JWT),
        algorithms(),
        values.seconds(ConfigurationKey.JWT_CLOCK_SKEW, 0, MAX_SKEW),
        values.seconds(ConfigurationKey.JWT_MAX_AGE, 0, YEAR));
  }

  /** One kind or the other, never both: a public key must not become a secret (RFC 8725 §2.1). */
  private Set<String> algorithms() {
    boolean secret = values.text(ConfigurationKey.JWT_SECRET).isPresent();
    if (secret && values.configured(ConfigurationKey.JWT_ALGORITHMS).isEmpty()) {
      return SYMMETRIC;
    }
    List<String> algorithms = values.list(ConfigurationKey.JWT_ALGORITHMS);
    if (algorithms.isEmpty()) {
      values.invalid(
          ConfigurationKey.JWT_ALGORITHMS, "", "names no algorithm at all", ALGORITHMS_EXAMPLE);
    }
    for (String algorithm : algorithms) {
      if (secret && !SYMMETRIC.contains(algorithm)) {
        values.invalid(
            ConfigurationKey.JWT_ALGORITHMS,
            algorithm,
            "is not an algorithm for mcp.auth.jwt.secret",
            "HS256");
      } else if (!secret && !ASYMMETRIC.contains(algorithm)) {
        values.invalid(
            ConfigurationKey.JWT_ALGORITHMS,
            algorithm,
            "is not an asymmetric signature algorithm",
            ALGORITHMS_EXAMPLE);
      }
    }
    return Set.copyOf(algorithms);
  }

  IssuerSettings.Keys keys(SettingUrls urls) {
    Optional<String> keys = located.text(ConfigurationKey.JWT_KEYS);
    Optional<URI> fromKeys =
        keys.filter(JwtReader::isUrl)
            .flatMap(url -> urls.endpointOf(ConfigurationKey.JWT_KEYS, url, jwksExample()));
    Optional<URI> jwksUri = urls.endpoint(ConfigurationKey.JWT_JWKS_URI, jwksExample());
    requireOneSource();
    return new IssuerSettings.Keys(
        jwksUri.or(() -> fromKeys).orElse(null),
        keys.filter(text -> !isUrl(text)).map(this::decoded).orElse(null),
        secret().orElse(null),
        located.secret(ConfigurationKey.JWT_DECRYPTION_KEY).orElse(null));
  }

  private Optional<Secret> secret() {
    Optional<Secret> secret = located.secret(ConfigurationKey.JWT_SECRET);
    if (secret.filter(s -> s.value().getBytes(StandardCharsets.UTF_8).length < 32).isPresent()) {
      values.invalid(
          ConfigurationKey.JWT_SECRET,
          "…",
          "is shorter than the 256 bits of RFC 7518 §3.2",
          "file:/run/secrets/jwt-secret");
    }
    return secret;
  }

  private void requireOneSource() {
    List<ConfigurationKey> set =
        Stream.of(
                ConfigurationKey.JWT_SECRET,
                ConfigurationKey.JWT_KEYS,
                ConfigurationKey.JWT_JWKS_URI)
            .filter(key -> values.configured(key).isPresent())
            .toList();
    if (set.size() > 1) {
      values.invalid(
          set.get(0), "…", "is set together with " + set.get(1).name(), "only one of them");
    }
  }

  /** MicroProfile JWT §9.2.2: an inline key may be Base64-encoded as a whole. */
  private String decoded(String text) {
    if (text.startsWith("{") || text.startsWith("-----BEGIN")) {
      return text;
    }
    try {
      String json = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      if (json.startsWith("{")) {
        return json;
      }
    } catch (IllegalArgumentException e) {
      // reported below
    }
    values.invalid(
        ConfigurationKey.JWT_KEYS,
        "…",
        "is neither PEM nor JSON nor a location",
        "classpath:/issuer-keys.json");
    return text;
  }

  private static boolean isUrl(String text) {
    return text.startsWith("https://") || text.startsWith("http://");
  }

  private static String jwksExample() {
    return "https://issuer.example.com/jwks.json";
  }
}
