// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import org.mcpauth.RequiresAuthentication;
import org.mcpauth.RequiresScope;
import org.mcpjava.server.tools.Tool;

/** Tools with the annotations of Jakarta, and with that of RFC 9470. */
@ApplicationScoped
@RolesAllowed("user")
public class RoleTools {

  /** What beans have of their interface. */
  public interface Offering {

    @Tool
    default String offered() {
      return "offered";
    }
  }

  /** No bean itself. */
  @RolesAllowed("admin")
  public abstract static class Base {

    @Tool
    public String inherited() {
      return "inherited";
    }
  }

  /** Has nothing of its own, not even an annotation of Jakarta. */
  @ApplicationScoped
  public static class Heir extends Base {}

  /** Has nothing but a default method. */
  @ApplicationScoped
  @RolesAllowed("admin")
  public static class Offered implements Offering {}

  @Tool
  @RolesAllowed({"admin", "operator"})
  public String reset() {
    return "reset";
  }

  @Tool
  public String list() {
    return "list";
  }

  @Tool
  @PermitAll
  public String about() {
    return "about";
  }

  @Tool
  @DenyAll
  public String never() {
    return "never";
  }

  @Tool
  @RequiresScope("notes:delete")
  @RequiresAuthentication(acr = "urn:example:mfa", maxAge = 300)
  public String wipe() {
    return "wipe";
  }
}
