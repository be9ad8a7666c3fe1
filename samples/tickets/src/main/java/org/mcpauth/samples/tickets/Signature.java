// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.tickets;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.mcpauth.TokenClaim;
import org.mcpauth.UserInfo;

/** Who replies: the name is asked of the authorization server, the address is in the token. */
@RequestScoped
public class Signature {

  // A claim belongs to one request, so it can be injected where the bean belongs to one too.
  @Inject
  @TokenClaim("email")
  Optional<String> email;

  @Inject UserInfo user;

  String text() {
    String name = user.name().orElse("The support desk");
    return email.map(address -> name + " <" + address + ">").orElse(name);
  }
}
