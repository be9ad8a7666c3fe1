// SPDX-License-Identifier: Apache-2.0
package org.mcpauth;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An immutable set of scope-tokens, as <a
 * href="https://www.rfc-editor.org/rfc/rfc6749#section-3.3">RFC 6749 §3.3</a> defines them: {@code
 * scope-token = 1*( %x21 / %x23-5B / %x5D-7E )}, compared case-sensitively.
 *
 * <p>Iteration keeps the order in which the tokens were given; equality ignores it. Since only the
 * characters of the RFC are let in, a {@code Scopes} can be written into a header as it is.
 *
 * <p>This type knows no hierarchy: {@code notes:admin} does not contain {@code notes:read} here.
 * Hierarchies are applied to the granted scopes before they are compared, see {@link
 * org.mcpauth.spi.ScopeHierarchy}.
 */
public final class Scopes implements Iterable<String> {

  private static final Scopes NONE = new Scopes(Set.of());

  private final Set<String> tokens;

  private Scopes(Set<String> tokens) {
    this.tokens = tokens;
  }

  /**
   * The empty set.
   *
   * @return no scope at all
   */
  public static Scopes none() {
    return NONE;
  }

  /**
   * The set of the given scope-tokens.
   *
   * @param tokens scope-tokens; duplicates count once
   * @return the set of them
   * @throws IllegalArgumentException if one of them is not a scope-token of RFC 6749
   */
  public static Scopes of(String... tokens) {
    return of(Arrays.asList(tokens));
  }

  /**
   * The set of the given scope-tokens.
   *
   * @param tokens scope-tokens; duplicates count once
   * @return the set of them
   * @throws IllegalArgumentException if one of them is not a scope-token of RFC 6749
   */
  public static Scopes of(Collection<String> tokens) {
    if (tokens.isEmpty()) {
      return NONE;
    }
    Set<String> checked = new LinkedHashSet<>();
    for (String token : tokens) {
      checked.add(requireScopeToken(token));
    }
    return new Scopes(Collections.unmodifiableSet(checked));
  }

  /**
   * Reads the space-delimited form that RFC 6749 uses for the {@code scope} parameter and RFC 8693
   * for the {@code scope} claim.
   *
   * @param value scope-tokens, parted by spaces; may be empty
   * @return the set of them
   * @throws IllegalArgumentException if one of them is not a scope-token of RFC 6749
   */
  public static Scopes parse(String value) {
    List<String> tokens = Stream.of(value.split(" ", -1)).filter(t -> !t.isEmpty()).toList();
    return of(tokens);
  }

  /**
   * Tells whether a string is a scope-token of RFC 6749 §3.3.
   *
   * @param token any string
   * @return true if it is not empty and has only the characters that the RFC lets in
   */
  public static boolean isScopeToken(String token) {
    return !token.isEmpty()
        && token.chars().allMatch(c -> c > 0x20 && c < 0x7F && c != '"' && c != '\\');
  }

  private static String requireScopeToken(String token) {
    if (!isScopeToken(token)) {
      throw new IllegalArgumentException(
          "not a scope-token of RFC 6749 §3.3 (printable ASCII without space, quote and backslash)");
    }
    return token;
  }

  /**
   * Tells whether one scope is in this set.
   *
   * @param token a scope-token
   * @return true if it is
   */
  public boolean contains(String token) {
    return tokens.contains(token);
  }

  /**
   * Tells whether all of the given scopes are in this set.
   *
   * @param others the scopes to look for
   * @return true if none of them is missing; true if there are none
   */
  public boolean containsAll(Scopes others) {
    return tokens.containsAll(others.tokens);
  }

  /**
   * Tells whether at least one of the given scopes is in this set.
   *
   * @param others the scopes to look for
   * @return true if one of them is here; false if there are none
   */
  public boolean containsAny(Scopes others) {
    return others.tokens.stream().anyMatch(tokens::contains);
  }

  /**
   * The scopes of this set that were not granted.
   *
   * @param granted the scopes that a token carries
   * @return what this set has and {@code granted} has not, in this set's order
   */
  public Scopes missingFrom(Scopes granted) {
    return of(tokens.stream().filter(token -> !granted.contains(token)).toList());
  }

  /**
   * This set together with another.
   *
   * @param others more scopes
   * @return a set with the scopes of both, this set's first
   */
  public Scopes union(Scopes others) {
    return of(Stream.concat(tokens.stream(), others.tokens.stream()).toList());
  }

  /**
   * Tells whether there is no scope in this set.
   *
   * @return true if it is empty
   */
  public boolean isEmpty() {
    return tokens.isEmpty();
  }

  /**
   * The scopes as a set of strings.
   *
   * @return an unmodifiable set
   */
  public Set<String> asSet() {
    return tokens;
  }

  @Override
  public Iterator<String> iterator() {
    return tokens.iterator();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Scopes that && tokens.equals(that.tokens);
  }

  @Override
  public int hashCode() {
    return tokens.hashCode();
  }

  /**
   * The space-delimited form of RFC 6749 §3.3, as in a {@code scope} parameter.
   *
   * @return the scope-tokens parted by one space each; an empty string for the empty set
   */
  @Override
  public String toString() {
    return String.join(" ", tokens);
  }
}
