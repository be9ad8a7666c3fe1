// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.server;

import org.mcpauth.devserver.TokenDraft;

/**
 * Two tokens that somebody else made, for a server that cannot trust the TCK's issuer.
 *
 * @param low has the baseline only
 * @param full has every scope of the contract
 */
public record GivenTokens(String low, String full) implements Tokens {

  /** As planned for the official conformance suite. */
  public static final GivenTokens STANDARD =
      new GivenTokens("mcp-conformance-scope-low", "mcp-conformance-scope-full");

  @Override
  public TokenDraft draft() {
    throw new NotCheckableException("it needs a token of its own making, and the tokens are given");
  }

  @Override
  public Issuer issuer() {
    throw new NotCheckableException("it needs the issuer, and the tokens are given");
  }

  /** Never the tokens. */
  @Override
  public String toString() {
    return "two given tokens";
  }
}
