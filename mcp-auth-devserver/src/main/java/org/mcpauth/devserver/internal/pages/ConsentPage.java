// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.pages;

import com.nimbusds.oauth2.sdk.client.ClientInformation;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mcpauth.devserver.internal.http.Response;

/** Asks whether a client may have what it wants. */
public final class ConsentPage {

  /**
   * Who wants what.
   *
   * @param client the client
   * @param redirectUri where the answer goes
   * @param scopes what it wants
   * @param resources for which protected resources
   */
  public record Question(
      ClientInformation client, URI redirectUri, List<String> scopes, List<String> resources) {

    /** Copies the lists. */
    public Question {
      scopes = List.copyOf(scopes);
      resources = List.copyOf(resources);
    }
  }

  private ConsentPage() {}

  /**
   * The form.
   *
   * @param action where it is sent
   * @param transaction which authorization request it belongs to
   * @param csrf proves that it was sent from this page
   * @param user who is logged in
   * @param question who wants what
   * @return the page
   */
  public static Response of(
      String action, String transaction, String csrf, String user, Question question) {
    String main =
        """
        <p><strong id="client-name">%s</strong> asks to act for you, <strong id="user">%s</strong>.</p>
        <dl>
        <dt>Client id</dt><dd id="client-id">%s</dd>
        <dt>Access to</dt><dd id="resource">%s</dd>
        <dt>You will be sent to</dt><dd id="redirect-host">%s</dd>
        </dl>
        <form method="post" action="%s">
        <input type="hidden" name="transaction" value="%s">
        <input type="hidden" name="csrf" value="%s">
        %s
        <button type="submit" id="approve" name="decision" value="approve">Approve</button>
        <button type="submit" id="deny" name="decision" value="deny">Deny</button>
        </form>
        """
            .formatted(
                Html.escape(clientName(question.client())),
                Html.escape(user),
                Html.escape(question.client().getID().getValue()),
                resources(question.resources()),
                Html.escape(redirectHost(question.redirectUri())),
                Html.escape(action),
                Html.escape(transaction),
                Html.escape(csrf),
                scopes(question.scopes()));
    return Html.page(200, "Allow access?", main);
  }

  /**
   * What a client calls itself.
   *
   * @param client the client
   * @return its name, else its id
   */
  public static String clientName(ClientInformation client) {
    return Optional.ofNullable(client.getMetadata().getName())
        .filter(name -> !name.isBlank())
        .orElse(client.getID().getValue());
  }

  private static String resources(List<String> resources) {
    return resources.isEmpty()
        ? "no particular resource"
        : resources.stream().map(Html::escape).collect(Collectors.joining("<br>"));
  }

  private static String scopes(List<String> scopes) {
    if (scopes.isEmpty()) {
      return "<p>It asks for no scopes.</p>";
    }
    return IntStream.range(0, scopes.size())
        .mapToObj(i -> checkbox(i, scopes.get(i)))
        .collect(Collectors.joining("\n", "<fieldset><legend>Scopes</legend>", "</fieldset>"));
  }

  private static String checkbox(int index, String scope) {
    String id = "scope-" + index;
    return "<label for=\"%s\"><input type=\"checkbox\" id=\"%s\" name=\"scope\" value=\"%s\" checked> %s</label>"
        .formatted(id, id, Html.escape(scope), Html.escape(scope));
  }

  private static String redirectHost(URI uri) {
    return uri.getHost() == null
        ? uri.getScheme() + ": (an application on this device)"
        : uri.getRawAuthority();
  }
}
