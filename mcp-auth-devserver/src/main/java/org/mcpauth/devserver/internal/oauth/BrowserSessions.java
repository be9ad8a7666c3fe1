// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import java.util.Optional;
import org.mcpauth.devserver.internal.http.Request;
import org.mcpauth.devserver.internal.http.Response;
import org.mcpauth.devserver.internal.settings.ServerSettings;
import org.mcpauth.devserver.internal.store.BoundedStore;
import org.mcpauth.devserver.internal.store.RandomToken;

/** Who is logged in at which browser. */
final class BrowserSessions {

  private static final int MOST = 1000;

  private final BoundedStore<String> users;
  private final String cookieName;
  private final boolean secure;

  BrowserSessions(ServerSettings settings) {
    this.users = new BoundedStore<>(MOST, settings.lifetimes().login(), settings.clock());
    // Cookies do not know ports: two servers on localhost would overwrite each other's.
    this.cookieName = "mcp_auth_devserver_" + Math.max(settings.issuer().getPort(), 0);
    this.secure = "https".equals(settings.issuer().getScheme());
  }

  Optional<String> current(Request request) {
    return request.cookie(cookieName);
  }

  Optional<String> user(Request request) {
    return current(request).flatMap(users::get);
  }

  String logIn(String user) {
    String session = RandomToken.next();
    users.put(session, user);
    return session;
  }

  Response withCookie(Response response, String session) {
    String cookie = "%s=%s; Path=/; HttpOnly; SameSite=Lax".formatted(cookieName, session);
    return response.with("Set-Cookie", secure ? cookie + "; Secure" : cookie);
  }
}
