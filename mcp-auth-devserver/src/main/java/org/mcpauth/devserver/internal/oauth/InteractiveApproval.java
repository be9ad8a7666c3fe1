// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.openid.connect.sdk.OIDCError;
import java.util.List;
import java.util.Optional;
import org.mcpauth.devserver.internal.http.Request;
import org.mcpauth.devserver.internal.http.Response;
import org.mcpauth.devserver.internal.pages.ConsentPage;
import org.mcpauth.devserver.internal.pages.ErrorPage;
import org.mcpauth.devserver.internal.pages.LoginPage;
import org.mcpauth.devserver.internal.settings.Account;
import org.mcpauth.devserver.internal.settings.ServerSettings;
import org.mcpauth.devserver.internal.store.BoundedStore;
import org.mcpauth.devserver.internal.store.RandomToken;

/** A person logs in and consents. Nothing is remembered but the login. */
final class InteractiveApproval implements Approval {

  private static final int MOST = 1000;

  /** Tied to the browser that began it and to the form that was shown there. */
  private record Pending(AuthorizationTransaction transaction, String browser, String csrf) {}

  private final ServerSettings settings;
  private final CodeIssuer codeIssuer;
  private final BrowserSessions sessions;
  private final BoundedStore<Pending> pending;

  InteractiveApproval(ServerSettings settings, CodeIssuer codeIssuer) {
    this.settings = settings;
    this.codeIssuer = codeIssuer;
    this.sessions = new BrowserSessions(settings);
    this.pending = new BoundedStore<>(MOST, settings.lifetimes().login(), settings.clock());
  }

  @Override
  public Response begin(AuthorizationTransaction transaction, Request request)
      throws GeneralException {
    if (List.of("none").equals(request.queryParameters().get("prompt"))) {
      throw Messages.refusal(OIDCError.INTERACTION_REQUIRED, "login or consent is needed");
    }
    Optional<String> user = sessions.user(request);
    String browser = sessions.current(request).orElseGet(RandomToken::next);
    String id = remember(transaction, browser);
    return user.isPresent()
        ? consentPage(id, user.get())
        : sessions.withCookie(loginPage(id, false), browser);
  }

  /** The login form was sent. */
  Response login(Request request) {
    Optional<Pending> found = authentic(request);
    if (found.isEmpty()) {
      return expired();
    }
    Optional<String> user = authenticated(request);
    if (user.isEmpty()) {
      return loginPage(field(request, "transaction"), true);
    }
    // A new session id, so that nobody can plant one before the login.
    String session = sessions.logIn(user.get());
    pending.remove(field(request, "transaction"));
    String id = remember(found.get().transaction(), session);
    return sessions.withCookie(consentPage(id, user.get()), session);
  }

  /** The consent form was sent. */
  Response consent(Request request) {
    Optional<String> user = sessions.user(request);
    boolean genuine = user.isPresent() && authentic(request).isPresent();
    Optional<Pending> taken =
        genuine ? pending.remove(field(request, "transaction")) : Optional.empty();
    if (taken.isEmpty()) {
      return expired();
    }
    return decide(taken.get().transaction(), user.get(), request);
  }

  private Response decide(AuthorizationTransaction transaction, String user, Request request) {
    List<String> ticked = request.formParameters().getOrDefault("scope", List.of());
    List<String> granted = transaction.scopes().stream().filter(ticked::contains).toList();
    // A token response cannot say "none of the scopes": to leave nothing is to deny.
    boolean nothingLeft = granted.isEmpty() && !transaction.scopes().isEmpty();
    if (!field(request, "decision").equals("approve") || nothingLeft) {
      return Response.redirect(303, transaction.redirect().error(OAuth2Error.ACCESS_DENIED));
    }
    return Response.redirect(303, codeIssuer.approve(transaction, user, granted));
  }

  private String remember(AuthorizationTransaction transaction, String browser) {
    String id = RandomToken.next();
    pending.put(id, new Pending(transaction, browser, RandomToken.next()));
    return id;
  }

  private Optional<Pending> authentic(Request request) {
    String browser = sessions.current(request).orElse("");
    String csrf = field(request, "csrf");
    return pending
        .get(field(request, "transaction"))
        .filter(found -> found.browser().equals(browser) && found.csrf().equals(csrf));
  }

  private Optional<String> authenticated(Request request) {
    Account attempt = new Account(field(request, "username"), field(request, "password"));
    return settings.accounts().contains(attempt)
        ? Optional.of(attempt.username())
        : Optional.empty();
  }

  private Response loginPage(String id, boolean failed) {
    return pending
        .get(id)
        .map(
            found ->
                LoginPage.of(
                    settings.endpoint(Paths.LOGIN).getRawPath(),
                    id,
                    found.csrf(),
                    ConsentPage.clientName(found.transaction().client()),
                    failed))
        .orElseGet(InteractiveApproval::expired);
  }

  private Response consentPage(String id, String user) {
    return pending.get(id).map(found -> consentPage(id, user, found)).orElseGet(() -> expired());
  }

  private Response consentPage(String id, String user, Pending found) {
    AuthorizationTransaction transaction = found.transaction();
    return ConsentPage.of(
        settings.endpoint(Paths.CONSENT).getRawPath(),
        id,
        found.csrf(),
        user,
        new ConsentPage.Question(
            transaction.client(),
            transaction.redirect().redirectUri(),
            transaction.scopes(),
            transaction.resources()));
  }

  private static String field(Request request, String name) {
    return request.formParameters().getOrDefault(name, List.of()).stream().findFirst().orElse("");
  }

  private static Response expired() {
    return ErrorPage.of(
        403,
        "This form is no longer valid, or it was not sent from the page that was shown."
            + " Start again from the application.");
  }
}
