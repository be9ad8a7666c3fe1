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
 * Declares the OAuth 2.0 scopes (<a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.3">RFC
 * 6749 §3.3</a>) that a caller's access token must carry before an MCP operation is carried out.
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class NoteTools {
 *
 *   @Tool(description = "Adds a note")
 *   @RequiresScope("notes:write")
 *   public String addNote(String text) { ... }
 * }
 * }</pre>
 *
 * <p>A call without a sufficient token never reaches the method. In front of the MCP server it is
 * answered with {@code 401} or {@code 403} and a {@code WWW-Authenticate} challenge (<a
 * href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750 §3</a>); whatever comes to the
 * method by another way is refused by the interceptor with an {@link AuthorizationException}.
 *
 * <p><b>Where it applies.</b> On a method, it applies to that method. On a class, it applies to
 * every business method of the class and of its subclasses that has no {@code @RequiresScope} of
 * its own: a method's annotation <em>replaces</em> that of its class, it does not add to it. A
 * method that overrides an annotated method has to repeat the annotation: Java does not inherit it,
 * and so that protection is not lost by oversight, the deployment stops where it is missing.
 * Annotations on interfaces and their methods have no effect for the same reason, and stop the
 * deployment as well.
 *
 * <p><b>Which operation it is.</b> The name of the tool, prompt or resource is read from the MCP
 * server's own annotation where that is known ({@code @Tool}, {@code @Prompt}, {@code @Resource} of
 * {@code org.mcpjava}, Open Liberty, Quarkus, LangChain4j). Where the server has no annotations,
 * one of {@link #tool()}, {@link #prompt()} and {@link #resource()} names it; other ways are open
 * to an {@link org.mcpauth.spi.OperationNaming}.
 *
 * <p>Intercepted methods must be neither private, static nor final; the deployment stops where they
 * are.
 */
@Documented
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequiresScope {

  /**
   * The scopes that the operation needs, each a scope-token of RFC 6749 §3.3. None at all means
   * that any valid access token is enough.
   *
   * @return the scope-tokens, in the order in which a challenge names them
   */
  @Nonbinding
  String[] value();

  /**
   * Whether all scopes of {@link #value()} are needed or one of them is enough.
   *
   * @return how the scopes are combined; {@link Match#ALL} unless said otherwise
   */
  @Nonbinding
  Match match() default Match.ALL;

  /**
   * The name of the tool that this method implements, as in {@code params.name} of {@code
   * tools/call}.
   *
   * @return the tool's name, or an empty string if the method is no tool or is named elsewhere
   */
  @Nonbinding
  String tool() default "";

  /**
   * The name of the prompt that this method implements, as in {@code params.name} of {@code
   * prompts/get}.
   *
   * @return the prompt's name, or an empty string if the method is no prompt or is named elsewhere
   */
  @Nonbinding
  String prompt() default "";

  /**
   * The URI of the resource that this method implements, as in {@code params.uri} of {@code
   * resources/read}.
   *
   * @return the resource's URI, or an empty string if the method is no resource or is named
   *     elsewhere
   */
  @Nonbinding
  String resource() default "";

  /** How several scopes are combined. */
  enum Match {
    /** The token must carry every scope. */
    ALL,
    /** The token must carry at least one of the scopes. A challenge names all of them. */
    ANY
  }
}
