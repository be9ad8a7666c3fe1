// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.mcpauth.tck.reference.Caller;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.reference.TokenRules;

/** Who takes a token for another that was good: mostly by a cache. */
final class TamperMutants {

  private static final String ID = "tampered-token-is-refused";

  private TamperMutants() {}

  static List<Mutant> all() {
    return List.of(
        cache("its jti", parts -> String.valueOf(Keys.json(parts[1]).get("jti"))),
        cache("its signature", parts -> parts[2]),
        cache("all but its signature", parts -> parts[0] + parts[1]),
        cache("its payload and signature", parts -> parts[1] + parts[2]),
        cache("all but its scope", parts -> without("scope", parts)),
        cache("all but its subject", parts -> without("sub", parts)),
        cache(
            "all but the first byte of its signature",
            parts -> parts[0] + parts[1] + parts[2].substring(2)),
        cache(
            "all but the end of its signature", parts -> parts[0] + parts[1] + head(parts[2], 300)),
        cache(
            "the first half of its signature", parts -> parts[0] + parts[1] + head(parts[2], 172)),
        mended(
            "drops a fourth part",
            token -> String.join(".", Arrays.copyOf(token.split("\\.", -1), 3)),
            4),
        mended(
            "drops what is too much of a signature",
            token -> token.substring(0, token.lastIndexOf('.') + 1 + 342),
            3),
        TokenMutants.of(ID, "remembers a signature before it looks at the rest", Hasty::new));
  }

  private static String without(String claim, String... parts) {
    Map<String, Object> claims = new TreeMap<>(Keys.json(parts[1]));
    claims.remove(claim);
    return parts[0] + claims + parts[2];
  }

  private static String head(String text, int length) {
    return text.substring(0, Math.min(length, text.length()));
  }

  private static Mutant cache(String key, Function<String[], String> keys) {
    return TokenMutants.of(
        ID,
        "remembers a token by " + key,
        (endpoint, issuer) ->
            new TokenRules(endpoint, issuer) {
              private final Map<String, Caller> cache = new ConcurrentHashMap<>();

              @Override
              public Caller verify(String token, Request request) throws InvalidTokenException {
                String[] parts = token.split("\\.", -1);
                if (parts.length != 3 || parts[2].length() < 172) {
                  return super.verify(token, request);
                }
                String key = keys.apply(parts);
                Caller known = cache.get(key);
                Caller caller = known == null ? super.verify(token, request) : known;
                cache.put(key, caller);
                return caller;
              }
            });
  }

  private static Mutant mended(String fault, UnaryOperator<String> mend, int parts) {
    return TokenMutants.of(
        ID,
        fault,
        (endpoint, issuer) ->
            new TokenRules(endpoint, issuer) {
              @Override
              public Caller verify(String token, Request request) throws InvalidTokenException {
                String[] found = token.split("\\.", -1);
                boolean mendable = found.length == parts && found[2].length() >= 342;
                return super.verify(mendable ? mend.apply(token) : token, request);
              }
            });
  }

  /** Knows the signatures that it verified, also of tokens that it refused for something else. */
  private static final class Hasty extends TokenRules {
    private final Set<String> expired = ConcurrentHashMap.newKeySet();

    Hasty(URI endpoint, URI issuer) {
      super(endpoint, issuer);
    }

    @Override
    public Caller verify(String token, Request request) throws InvalidTokenException {
      String[] parts = token.split("\\.", -1);
      if (parts.length == 3 && expired.contains(parts[2])) {
        return believed(Keys.json(parts[1]), request);
      }
      try {
        return super.verify(token, request);
      } catch (InvalidTokenException e) {
        if ("time".equals(e.getMessage())) {
          expired.add(parts[2]);
        }
        throw e;
      }
    }
  }
}
