// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mcpauth.tck.reference.Caller;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.reference.TokenRules;

/** What the signature assertions must catch: who believes a token that nobody signed. */
final class SignatureMutants {

  private SignatureMutants() {}

  static List<Mutant> all() {
    return Stream.of(foreign(), unsigned(), MacMutants.all(), critical())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Mutant> foreign() {
    String id = "foreign-signature-is-refused";
    return List.of(
        TokenMutants.of(id, "takes the first token of every jti as it is", Gullible::new),
        believes(id, "believes who names an unknown key", kid("unknown-")),
        believes(
            id,
            "believes who names no key",
            header -> header.getKeyID() == null && isPlain(header) && isRs256(header)),
        believes(id, "believes who names an empty key", h -> "".equals(h.getKeyID()) && isPlain(h)),
        believes(id, "reads keys from files, and an empty one is good for all", kid("../")),
        believes(id, "looks keys up by SQL", kid("x' UNION")),
        unparsable(
            id,
            "stumbles over a kid that is a number",
            header -> header.get("kid") instanceof Number));
  }

  private static Predicate<JWSHeader> kid(String start) {
    return header ->
        header.getKeyID() != null && header.getKeyID().startsWith(start) && isPlain(header);
  }

  private static boolean isPlain(JWSHeader header) {
    return header.getIncludedParams().stream().allMatch(Set.of("typ", "alg", "kid")::contains);
  }

  private static boolean isRs256(JWSHeader header) {
    return header.getAlgorithm().getName().equals("RS256");
  }

  private static Mutant believes(String assertion, String fault, Predicate<JWSHeader> taken) {
    return TokenMutants.of(
        assertion,
        fault,
        (endpoint, issuer) ->
            new TokenRules(endpoint, issuer) {
              @Override
              public boolean isSigned(JWSObject jws) throws InvalidTokenException {
                return taken.test(jws.getHeader()) || super.isSigned(jws);
              }
            });
  }

  /** Takes any RSA signature under a known key the first time that it sees a {@code jti}. */
  private static final class Gullible extends TokenRules {
    private final Set<Object> seen = ConcurrentHashMap.newKeySet();

    Gullible(URI endpoint, URI issuer) {
      super(endpoint, issuer);
    }

    @Override
    public boolean isSigned(JWSObject jws) throws InvalidTokenException {
      Map<String, Object> claims = jws.getPayload().toJSONObject();
      boolean first = claims != null && seen.add(String.valueOf(claims.get("jti")));
      boolean random = !jws.getSignature().toString().startsWith("AAAA");
      return super.isSigned(jws)
          || (first
              && random
              && isRs256(jws.getHeader())
              && isPlain(jws.getHeader())
              && key(jws.getHeader()) != null);
    }
  }

  private static List<Mutant> unsigned() {
    String id = "unsigned-token-is-refused";
    return Stream.concat(
            Stream.of("none", "None", "NONE", "nOnE", "")
                .map(alg -> parts(id, "takes alg \"" + alg + "\" without a signature", alg, 3, "")),
            Stream.of(
                parts(id, "takes alg none with any signature", "none", 3, ".{20,}"),
                parts(id, "takes alg none with some bytes", "none", 3, "A{4}"),
                parts(id, "takes alg none in two parts", "none", 2, ""),
                parts(id, "takes a token without alg", "null", 3, ""),
                parts(id, "verifies a signature only if there is one", "RS256", 3, ""),
                parts(id, "verifies a signature only if there is a dot", "RS256", 2, ""),
                parts(id, "takes a signature of zeros", "RS256", 3, "A{342}")))
        .toList();
  }

  /** Believes a token by its {@code alg}, its number of parts and its signature. */
  private static Mutant parts(String id, String fault, String alg, int count, String signature) {
    return TokenMutants.of(
        id,
        fault,
        (endpoint, issuer) ->
            new TokenRules(endpoint, issuer) {
              @Override
              public Caller verify(String token, Request request) throws InvalidTokenException {
                String[] parts = token.split("\\.", -1);
                boolean taken =
                    parts.length == count
                        && String.valueOf(Keys.json(parts[0]).get("alg")).equals(alg)
                        && (count == 2 || parts[2].matches(signature));
                return taken
                    ? believed(Keys.json(parts[1]), request)
                    : super.verify(token, request);
              }
            });
  }

  private static Mutant unparsable(
      String assertion, String fault, Predicate<Map<String, Object>> taken) {
    return TokenMutants.of(
        assertion,
        fault,
        (endpoint, issuer) ->
            new TokenRules(endpoint, issuer) {
              @Override
              public Caller unparsable(String token, Request request) throws InvalidTokenException {
                String[] parts = token.split("\\.", -1);
                return taken.test(Keys.json(parts[0]))
                    ? believed(Keys.json(parts[1]), request)
                    : super.unparsable(token, request);
              }
            });
  }

  private static List<Mutant> critical() {
    return List.of(
        crit("does not look at crit", List.of("https://other.example/extension")),
        crit("takes a critical header that is absent for none", List.of("tck")),
        crit("knows b64, and that it changes nothing", List.of("b64")),
        crit("looks at the first critical header only", List.of("b64", "tck")));
  }

  private static Mutant crit(String fault, List<String> names) {
    return TokenMutants.of(
        "unknown-critical-header-is-refused",
        fault,
        (endpoint, issuer) ->
            new TokenRules(endpoint, issuer) {
              @Override
              public Caller verify(String token, Request request) throws InvalidTokenException {
                String[] parts = token.split("\\.", -1);
                boolean ignored = names.equals(Keys.json(parts[0]).get("crit"));
                return ignored && Keys.isSigned(jwks(), parts)
                    ? believed(Keys.json(parts[1]), request)
                    : super.verify(token, request);
              }
            });
  }
}
