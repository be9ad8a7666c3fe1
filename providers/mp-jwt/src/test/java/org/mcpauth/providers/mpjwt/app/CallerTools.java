// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.providers.mpjwt.app;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.mcpauth.AccessToken;
import org.mcpauth.RequiresScope;

/**
 * Tools that tell what the library and the server know of the caller. Of requests, because Payara's
 * {@code JsonWebToken} is a dependent object: in a wider scope it would stay that of the first
 * caller.
 */
@RequestScoped
public class CallerTools {

  @Inject AccessToken caller;
  @Inject JsonWebToken ofServer;

  /** Who calls. */
  @RequiresScope(value = "notes:read", tool = "whoami")
  public JsonObject whoami() {
    return Json.createObjectBuilder()
        .add("subject", caller.subject().orElse(""))
        .add("client", caller.clientId().orElse(""))
        .add("scopes", Json.createArrayBuilder(caller.scopes().asSet()))
        .add("audience", Json.createArrayBuilder(caller.audience()))
        .add("roles", Json.createArrayBuilder(caller.roles()))
        .add("actor", caller.actor().orElse(""))
        .add("names-raw-token", caller.getClaimNames().contains("raw_token"))
        .add("subject-of-server", String.valueOf(ofServer.getSubject()))
        .build();
  }

  /** Needs another scope. */
  @RequiresScope(value = "notes:write", tool = "add_note")
  public JsonObject addNote() {
    return JsonObject.EMPTY_JSON_OBJECT;
  }
}
