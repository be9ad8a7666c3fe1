// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.mcpsdk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.mcpauth.AccessToken;
import org.mcpauth.AccessTokens;
import org.mcpauth.RequiresScope;
import org.mcpauth.TokenClaim;
import org.mcpauth.event.AccessDenied;
import org.mcpauth.event.AccessGranted;

/** Says who is calling. */
@ApplicationScoped
public class HostileTools {

  static final List<String> NAMES = List.of("read", "write", "fail", "nobody");

  @Inject AccessToken caller;
  @Inject AccessTokens tokens;
  @Inject Known known;

  /** What the answer to a caller has in it. */
  static String read(String name) {
    return "\"text\":\"" + name + " " + name + "@example.com " + name + "\"";
  }

  @RequiresScope(value = "notes:read", tool = "read")
  public String read() {
    String before = caller.subject().orElseThrow();
    String after = known.email() + current();
    return before + " " + after;
  }

  @RequiresScope(value = "notes:write", tool = "write")
  public String write() {
    return "written";
  }

  @RequiresScope(value = "notes:read", tool = "fail")
  public String fail() {
    throw new IllegalStateException("failed for " + caller.subject().orElseThrow());
  }

  /** Open to everybody. */
  public String nobody() {
    return "nobody" + current();
  }

  private String current() {
    return tokens.current().flatMap(AccessToken::subject).map(name -> " " + name).orElse("");
  }

  /** Of one request. */
  @RequestScoped
  public static class Known {

    @Inject
    @TokenClaim("email")
    String email;

    String email() {
      return email;
    }
  }

  /** Compares whom events name with who made the request. */
  @ApplicationScoped
  public static class Witness {

    private final Map<String, String> expected = new ConcurrentHashMap<>();
    private final Queue<String> seen = new ConcurrentLinkedQueue<>();

    /** A {@code traceparent} for the request of a caller; the empty name is nobody. */
    String expect(String name) {
      String id = UUID.randomUUID().toString().replace("-", "");
      expected.put(id, name);
      return "00-" + id + "-00f067aa0ba902b7-01";
    }

    /** Each event of such a request, with who was expected and whom it names. */
    List<String> seen() {
      return List.copyOf(seen);
    }

    void granted(@Observes AccessGranted event) {
      note(event.correlationId(), event.token());
    }

    void denied(@Observes AccessDenied event) {
      note(event.correlationId(), event.token());
    }

    private void note(String id, @Nullable AccessToken token) {
      String name = expected.get(id);
      if (name != null) {
        seen.add(name + " is " + (token == null ? "" : token.subject().orElseThrow()));
      }
    }
  }
}
