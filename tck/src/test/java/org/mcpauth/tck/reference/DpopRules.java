// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.Serial;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which proofs of possession are believed (RFC 9449 §4.3). */
public class DpopRules {

  /** The only algorithm of proofs here. */
  public static final String ALGORITHM = "ES256";

  private static final Pattern CREDENTIALS = Pattern.compile("(?i:dpop) +([A-Za-z0-9._~+/-]+=*)");
  private static final long MAX_AGE_SECONDS = 300;

  protected final URI endpoint;
  private final Clock clock = Clock.systemUTC();
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  public DpopRules(URI endpoint) {
    this.endpoint = endpoint;
  }

  /** A proof is not to be believed. */
  public static class InvalidProofException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    public InvalidProofException(String message) {
      super(message);
    }
  }

  /**
   * A proof in its parts.
   *
   * @param header what was signed, first part
   * @param claims what was signed, second part
   * @param parts all of it
   */
  public record Proof(
      Map<String, Object> header, Map<String, Object> claims, List<Base64URL> parts) {

    /** Copies the list. */
    public Proof {
      parts = List.copyOf(parts);
    }

    static Optional<Proof> parse(String text) {
      String[] parts = text.split("\\.", -1);
      if (parts.length != 3) {
        return Optional.empty();
      }
      List<Base64URL> encoded = Stream.of(parts).map(Base64URL::new).toList();
      return json(encoded.get(0))
          .flatMap(
              header -> json(encoded.get(1)).map(claims -> new Proof(header, claims, encoded)));
    }

    private static Optional<Map<String, Object>> json(Base64URL part) {
      try {
        return Optional.ofNullable(JSONObjectUtils.parse(part.decodeToString()));
      } catch (ParseException e) {
        return Optional.empty();
      }
    }

    /** The key that it shows, if it shows one. */
    public Optional<JWK> key() {
      try {
        return header.get("jwk") instanceof Map<?, ?> key
            ? Optional.of(JWK.parse(JSONObjectUtils.toJSONString(strings(key))))
            : Optional.empty();
      } catch (ParseException e) {
        return Optional.empty();
      }
    }

    private static Map<String, Object> strings(Map<?, ?> map) {
      Map<String, Object> strings = new java.util.LinkedHashMap<>();
      map.forEach((name, value) -> strings.put(String.valueOf(name), value));
      return strings;
    }
  }

  /** The token, if it came under this scheme. */
  public Optional<String> token(Request request) {
    List<String> values = request.headers("Authorization");
    return values.size() == 1
        ? Optional.of(CREDENTIALS.matcher(values.get(0)))
            .filter(java.util.regex.Matcher::matches)
            .map(found -> found.group(1))
        : Optional.empty();
  }

  /** Whether a bearer token is none. */
  public boolean isForbiddenAsBearer(Caller caller, Request request) {
    return caller.isBound();
  }

  /** Whether a token under this scheme is for it. */
  public boolean isAllowed(Caller caller) {
    return caller.isBound();
  }

  public void verify(Request request, String token, Caller caller) throws InvalidProofException {
    Proof proof =
        header(request)
            .flatMap(Proof::parse)
            .orElseThrow(() -> new InvalidProofException("no proof"));
    Map<String, Object> claims = proof.claims();
    require(missing(claims).isEmpty(), "claims");
    require(isTyped(proof.header()), "typ");
    require(isSigned(proof), "signature");
    require(proof.key().filter(this::isPublic).isPresent(), "private key");
    require(isForMethod(claims, request), "htm");
    require(isForUri(claims), "htu");
    require(isFresh(claims.getOrDefault("iat", "")), "iat");
    require(isForToken(claims, token), "ath");
    require(isOf(proof, caller), "key");
    verifyNonce(claims);
    require(isFirst(claims), "jti");
  }

  /** Proofs need none here. */
  public void verifyNonce(Map<String, Object> claims) throws InvalidProofException {}

  /** One line, one proof. */
  public Optional<String> header(Request request) {
    List<String> lines = request.headers("DPoP");
    return lines.size() == 1 ? Optional.of(lines.get(0)) : Optional.empty();
  }

  public List<String> missing(Map<String, Object> claims) {
    return Stream.of("jti", "htm", "htu", "iat", "ath")
        .filter(claim -> !claims.containsKey(claim))
        .toList();
  }

  public boolean isTyped(Map<String, Object> header) {
    return "dpop+jwt".equals(header.get("typ"));
  }

  public boolean isSigned(Proof proof) {
    return ALGORITHM.equals(proof.header().get("alg")) && isSignedByItsKey(proof);
  }

  protected final boolean isSignedByItsKey(Proof proof) {
    List<Base64URL> parts = proof.parts();
    byte[] signed = (parts.get(0) + "." + parts.get(1)).getBytes(StandardCharsets.US_ASCII);
    try {
      JWSHeader header = new JWSHeader(JWSAlgorithm.ES256);
      Optional<JWK> key = proof.key();
      return key.isPresent()
          && new ECDSAVerifier(key.get().toPublicJWK().toECKey())
              .verify(header, signed, parts.get(2));
    } catch (JOSEException | RuntimeException e) {
      return false; // the library does not expect every key
    }
  }

  public boolean isPublic(JWK key) {
    return !key.isPrivate();
  }

  public boolean isForMethod(Map<String, Object> claims, Request request) {
    return request.method().equals(claims.getOrDefault("htm", request.method()));
  }

  public boolean isForUri(Map<String, Object> claims) {
    return endpoint.toString().equals(claims.getOrDefault("htu", endpoint.toString()));
  }

  public boolean isFresh(Object issuedAt) {
    return issuedAt instanceof Number seconds
        && Math.abs(age(seconds.longValue())) <= MAX_AGE_SECONDS;
  }

  protected final long age(long seconds) {
    return Instant.now(clock).getEpochSecond() - seconds;
  }

  public boolean isForToken(Map<String, Object> claims, String token) {
    return hash(token).equals(claims.getOrDefault("ath", hash(token)));
  }

  private static String hash(String token) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return Base64URL.encode(sha256.digest(token.getBytes(StandardCharsets.US_ASCII))).toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public boolean isOf(Proof proof, Caller caller) {
    return thumbprint(proof).equals(caller.key());
  }

  protected final Optional<String> thumbprint(Proof proof) {
    try {
      Optional<JWK> key = proof.key();
      return key.isEmpty()
          ? Optional.empty()
          : Optional.of(key.get().computeThumbprint().toString());
    } catch (JOSEException e) {
      return Optional.empty();
    }
  }

  public boolean isFirst(Map<String, Object> claims) {
    return seen.add(String.valueOf(claims.get("jti")));
  }

  private static void require(boolean condition, String what) throws InvalidProofException {
    if (!condition) {
      throw new InvalidProofException(what);
    }
  }
}
