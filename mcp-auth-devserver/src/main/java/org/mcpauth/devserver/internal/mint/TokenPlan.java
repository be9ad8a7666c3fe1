// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.mint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.mcpauth.devserver.internal.keys.SigningKey;

/**
 * How a token differs from a valid one. Steps run when it is minted, so that times are those of the
 * minting.
 *
 * @param claims changes to the claims
 * @param header changes to the header
 * @param signing who signs
 * @param compact changes to the finished token
 * @param introspection what introspection says
 */
public record TokenPlan(
    List<ClaimStep> claims,
    List<HeaderStep> header,
    Signing signing,
    List<UnaryOperator<String>> compact,
    IntrospectionPlan introspection) {

  /** A valid token. */
  public static final TokenPlan VALID =
      new TokenPlan(
          List.of(), List.of(), Signing.SERVER_KEY, List.of(), IntrospectionPlan.OF_CLAIMS);

  /** Changes claims. */
  @FunctionalInterface
  public interface ClaimStep {

    /**
     * Changes claims.
     *
     * @param claims the claims, mutable
     * @param now the time of the minting
     */
    void apply(Map<String, Object> claims, Instant now);
  }

  /** Changes the header. */
  @FunctionalInterface
  public interface HeaderStep {

    /**
     * Changes the header.
     *
     * @param header the header parameters, mutable
     * @param foreign the key that the server never published
     */
    void apply(Map<String, Object> header, SigningKey foreign);
  }

  /** Copies the lists. */
  public TokenPlan {
    claims = List.copyOf(claims);
    header = List.copyOf(header);
    compact = List.copyOf(compact);
  }

  /**
   * One more change to the claims.
   *
   * @param step the change
   * @return a new plan
   */
  public TokenPlan claims(ClaimStep step) {
    return new TokenPlan(append(claims, step), header, signing, compact, introspection);
  }

  /**
   * One more change to the header.
   *
   * @param step the change
   * @return a new plan
   */
  public TokenPlan header(HeaderStep step) {
    return new TokenPlan(claims, append(header, step), signing, compact, introspection);
  }

  /**
   * Another signature.
   *
   * @param how who signs
   * @return a new plan
   */
  public TokenPlan signedBy(Signing how) {
    return new TokenPlan(claims, header, how, compact, introspection);
  }

  /**
   * One more change to the finished token.
   *
   * @param step the change
   * @return a new plan
   */
  public TokenPlan compact(UnaryOperator<String> step) {
    return new TokenPlan(claims, header, signing, append(compact, step), introspection);
  }

  /**
   * A random string instead of a JWT.
   *
   * @return a new plan
   */
  public TokenPlan asOpaque() {
    return introspected(introspection.asOpaque());
  }

  /**
   * Inactive from the beginning.
   *
   * @return a new plan
   */
  public TokenPlan asRevoked() {
    return introspected(introspection.asRevoked());
  }

  /**
   * One more change to what introspection says.
   *
   * @param change the change
   * @return a new plan
   */
  public TokenPlan introspectionMember(Consumer<Map<String, Object>> change) {
    return introspected(introspection.member(change));
  }

  private TokenPlan introspected(IntrospectionPlan plan) {
    return new TokenPlan(claims, header, signing, compact, plan);
  }

  private static <T> List<T> append(List<T> list, T last) {
    List<T> longer = new ArrayList<>(list);
    longer.add(last);
    return longer;
  }
}
