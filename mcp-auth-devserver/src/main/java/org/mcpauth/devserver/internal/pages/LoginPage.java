// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.pages;

import org.mcpauth.devserver.internal.http.Response;

/** Asks who is there. */
public final class LoginPage {

  private LoginPage() {}

  /**
   * The form.
   *
   * @param action where it is sent
   * @param transaction which authorization request it belongs to
   * @param csrf proves that it was sent from this page
   * @param clientName who asks for authorization
   * @param failed whether the last attempt failed
   * @return the page
   */
  public static Response of(
      String action, String transaction, String csrf, String clientName, boolean failed) {
    String alert =
        failed ? "<p role=\"alert\" class=\"error\">Wrong user name or password.</p>" : "";
    String form =
        """
        %s
        <p>to continue to <strong>%s</strong></p>
        <form method="post" action="%s">
        <input type="hidden" name="transaction" value="%s">
        <input type="hidden" name="csrf" value="%s">
        <label for="username">User name
        <input type="text" id="username" name="username" autocomplete="username" required autofocus>
        </label>
        <label for="password">Password
        <input type="password" id="password" name="password" autocomplete="current-password" required>
        </label>
        <button type="submit" id="login">Log in</button>
        </form>
        """
            .formatted(
                alert,
                Html.escape(clientName),
                Html.escape(action),
                Html.escape(transaction),
                Html.escape(csrf));
    return Html.page(failed ? 401 : 200, "Log in", form);
  }
}
