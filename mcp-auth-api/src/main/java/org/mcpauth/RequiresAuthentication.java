// SPDX-License-Identifier: Apache-2.0
package org.mcpauth;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares how, and how recently, the user must have been authenticated before an MCP operation is
 * carried out (<a href="https://www.rfc-editor.org/rfc/rfc9470">RFC 9470</a>, OAuth 2.0 Step Up
 * Authentication Challenge).
 *
 * <pre>{@code
 * @Tool(description = "Deletes every note")
 * @RequiresScope("notes:delete")
 * @RequiresAuthentication(acr = "urn:example:mfa", maxAge = 300)
 * public String deleteAll() { ... }
 * }</pre>
 *
 * <p>The token says it in its claims {@code acr} and {@code auth_time}; one that lacks the claim
 * that is asked for does not meet the requirement. The caller then gets {@code 401} with {@code
 * error="insufficient_user_authentication"} and the {@code acr_values} and {@code max_age} to ask
 * the authorization server for; if the operation needs scopes, the challenge names them as well, so
 * that one round is enough.
 *
 * <p>On a method it replaces that of the class; it counts together with {@link RequiresScope} and
 * the annotations of {@code jakarta.annotation.security}. Where it applies and what stops the
 * deployment is the same as for {@link RequiresScope}. Without any member, any valid token is
 * enough.
 */
@Documented
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequiresAuthentication {

  /** No limit for the age of the authentication. */
  long ANY_AGE = -1;

  /**
   * The authentication context class references (OpenID Connect Core 1.0 §2, claim {@code acr}) of
   * which one is enough, in the order of preference.
   *
   * @return the values, without spaces, quotes and backslashes; empty if any is enough
   */
  @Nonbinding
  String[] acr() default {};

  /**
   * How long ago the user may have been authenticated (claim {@code auth_time}).
   *
   * @return the greatest age in seconds, not negative; {@link #ANY_AGE} if there is no limit
   */
  @Nonbinding
  long maxAge() default ANY_AGE;
}
