// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.server;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.mcpauth.devserver.TokenDraft;

/**
 * Tokens that the TCK's issuer signs, as the assertions want them.
 *
 * @param issuer signs them
 * @param resource the identifier of the server under test: their audience
 */
public record IssuedTokens(Issuer issuer, URI resource) implements Tokens {

  /** The subject, unless told otherwise. */
  public static final String SUBJECT = "tck-user";

  private static final String CLIENT = "mcp-auth-tck";

  /**
   * Every scope that an operation of the contract needs, and the baseline.
   *
   * @return in the order of the contract
   */
  public static List<String> fullScopes() {
    return Stream.concat(
            Stream.of(Operation.BASELINE),
            Operation.SCOPED.stream().flatMap(operation -> operation.scopes().stream()))
        .distinct()
        .toList();
  }

  @Override
  public String full() {
    return draft().mint();
  }

  @Override
  public String low() {
    return withScopes(List.of(Operation.BASELINE));
  }

  @Override
  public TokenDraft draft() {
    return issuer
        .minter()
        .forResource(resource.toString())
        .subject(SUBJECT)
        .clientId(CLIENT)
        .scope(fullScopes().toArray(String[]::new));
  }
}
