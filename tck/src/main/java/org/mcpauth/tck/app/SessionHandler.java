// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The small MCP server with sessions, as the revisions before 2026-07-28 have them. It knows which
 * there are and not whose: that is for what is under test. Thread-safe.
 */
@ApplicationScoped
public class SessionHandler {

  /** The header with the id of a session. */
  public static final String HEADER = "Mcp-Session-Id";

  private static final int OK = 200;
  private static final int ACCEPTED = 202;
  private static final int NOT_FOUND = 404;
  private static final int ID_BYTES = 24;
  private static final int MOST_SESSIONS = 10_000;

  private final SecureRandom random = new SecureRandom();
  private final Set<String> open = new LinkedHashSet<>();

  @Inject MessageHandler messages;

  /** Made by the container. */
  public SessionHandler() {}

  /**
   * What a request with a message gets.
   *
   * @param status of HTTP
   * @param body in JSON; empty if there is none
   * @param opened the id of a session that begins with it
   */
  public record Answer(int status, Optional<String> body, Optional<String> opened) {}

  /**
   * Does what a message asks for.
   *
   * @param session the id that came with it; null if none did
   * @param body a JSON-RPC message
   * @return 404 if there is no such session
   */
  public Answer answer(@Nullable String session, InputStream body) {
    if (!has(session)) {
      return new Answer(NOT_FOUND, Optional.empty(), Optional.empty());
    }
    try {
      JsonObject message = MessageHandler.message(body);
      Optional<String> opened =
          message.getString("method", "").equals("initialize")
              ? Optional.of(begin())
              : Optional.empty();
      Optional<String> answer = messages.answer(message);
      return new Answer(answer.isPresent() ? OK : ACCEPTED, answer, opened);
    } catch (RpcException e) {
      return new Answer(OK, Optional.of(MessageHandler.failure(null, e)), Optional.empty());
    }
  }

  /**
   * Whether a request is in a session or in none at all.
   *
   * @param session the id that came with it; null if none did
   * @return false if there is no such session
   */
  public synchronized boolean has(@Nullable String session) {
    return session == null || open.contains(session);
  }

  /**
   * Ends a session.
   *
   * @param session the id that came with the request; null if none did
   * @return whether there was one
   */
  public synchronized boolean end(@Nullable String session) {
    return session != null && open.remove(session);
  }

  private synchronized String begin() {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    open.add(text);
    if (open.size() > MOST_SESSIONS) {
      open.remove(open.iterator().next());
    }
    return text;
  }
}
