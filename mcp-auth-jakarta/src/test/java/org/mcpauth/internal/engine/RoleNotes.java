// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import org.mcpauth.RequiresAuthentication;
import org.mcpauth.RequiresScope;
import org.mcpjava.server.tools.Tool;

/** Operations with all kinds of requirements. */
public class RoleNotes {

  @Tool
  @RolesAllowed("admin")
  public void reset() {}

  @Tool
  @PermitAll
  public void about() {}

  @Tool
  @DenyAll
  public void never() {}

  @Tool
  @RequiresScope("notes:delete")
  @RequiresAuthentication(
      acr = {"mfa", "hardware"},
      maxAge = 300)
  public void wipe() {}

  @Tool
  public void plain() {}
}
