// SPDX-License-Identifier: Apache-2.0
package org.mcpauth;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.io.Serial;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Injects one claim of the caller's verified access token.
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class NoteTools {
 *
 *   @Inject @TokenClaim("email") Provider<Optional<String>> email;
 * }
 * }</pre>
 *
 * <p><b>Types.</b> {@code String}, {@code Long}, {@code Boolean}, {@link java.time.Instant} (a
 * NumericDate, <a href="https://www.rfc-editor.org/rfc/rfc7519#section-2">RFC 7519 §2</a>), {@code
 * JsonValue}, {@code JsonString}, {@code JsonNumber}, {@code JsonArray}, {@code JsonObject}, an
 * {@code Optional} of each, {@code Set<String>} and {@code List<String>} (a string or an array of
 * strings, as in {@code aud}).
 *
 * <p><b>Where.</b> A claim belongs to one request. What lives longer would show it to the next
 * caller, so a claim itself is injected into beans that are {@code @RequestScoped} and nowhere
 * else; everywhere else inject a {@code Provider} or an {@code Instance} of it, and ask it during
 * each call. The deployment stops where that is not so.
 *
 * <p><b>When it is not there.</b> A claim that is absent or of another type is an empty {@code
 * Optional}, {@code Set} or {@code List}. Injected as anything else it is refused with an {@link
 * InvalidTokenException}: null is never injected. Without a caller every type is refused like that,
 * so that nobody is not taken for a caller without the claim; outside of any request it is a {@link
 * jakarta.enterprise.context.ContextNotActiveException}.
 */
@Documented
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE})
public @interface TokenClaim {

  /**
   * The name of the claim, at the top level of the token.
   *
   * @return the name, not empty
   */
  @Nonbinding
  String value();

  /** For looking a claim up: {@code instance.select(new TokenClaim.Literal("email"))}. */
  final class Literal extends AnnotationLiteral<TokenClaim> implements TokenClaim {

    @Serial private static final long serialVersionUID = 1L;

    /** The name of the claim. */
    private final String value;

    /**
     * Names a claim.
     *
     * @param value the name of the claim, not empty
     */
    public Literal(String value) {
      this.value = value;
    }

    @Override
    public String value() {
      return value;
    }
  }
}
