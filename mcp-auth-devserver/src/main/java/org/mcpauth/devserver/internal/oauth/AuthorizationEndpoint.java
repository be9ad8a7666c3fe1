// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.client.ClientInformation;
import java.util.List;
import java.util.Map;
import org.mcpauth.devserver.internal.http.Endpoint;
import org.mcpauth.devserver.internal.http.Request;
import org.mcpauth.devserver.internal.http.Response;
import org.mcpauth.devserver.internal.pages.ErrorPage;

/** The authorization endpoint (OAuth 2.1 §3.1). */
final class AuthorizationEndpoint implements Endpoint {

  private final AuthorizationRequests requests;
  private final Approval approval;

  AuthorizationEndpoint(AuthorizationRequests requests, Approval approval) {
    this.requests = requests;
    this.approval = approval;
  }

  @Override
  public Response handle(Request request) {
    Map<String, List<String>> parameters = request.queryParameters();
    ClientInformation client;
    ClientRedirect redirect;
    try {
      client = requests.client(parameters);
      redirect = requests.redirect(client, parameters);
    } catch (GeneralException e) {
      return ErrorPage.of(400, String.valueOf(Messages.errorObject(e).getDescription()));
    }
    try {
      return approval.begin(requests.transaction(client, redirect, parameters), request);
    } catch (GeneralException e) {
      return Response.redirect(302, redirect.error(Messages.errorObject(e)));
    }
  }
}
