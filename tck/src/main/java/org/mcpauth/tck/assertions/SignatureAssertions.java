// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.mcpauth.devserver.TokenDraft;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Core;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.IssuedTokens;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.Operation;

/**
 * Whose signature is believed (RFC 7515, RFC 8725): that of the issuer's keys and no other. Refused
 * means 401 and no result.
 */
public interface SignatureAssertions extends ServerTest {

  /** Checks that the key is the issuer's, whatever {@code kid} says. */
  @Core
  @Assertion(
      id = "foreign-signature-is-refused",
      strategy =
          "A token that a foreign key signed is refused with 401, under the kid of a key of the"
              + " issuer, another kid or none")
  default void foreignSignatureIsRefused(McpServer server) {
    TokenDraft draft = server.tokens().draft().foreignKey();
    Trial.assertRefused(
        server,
        List.of(
            Hostile.of("the kid of the issuer's key", draft),
            Hostile.of("an unknown kid", draft.unknownKeyId()),
            Hostile.of("no kid", draft.noKeyId()),
            Hostile.of("an empty kid", draft.header("kid", "")),
            Hostile.of("kid is a number", draft.header("kid", 1)),
            Hostile.of("kid is a path", draft.header("kid", "../../../../../../dev/null")),
            Hostile.of("kid is a query", draft.header("kid", "x' UNION SELECT 'x'--"))));
  }

  /** Checks that there must be a signature. */
  @Core
  @Assertion(
      id = "unsigned-token-is-refused",
      strategy =
          "A token without a signature is refused with 401, whether alg says none, in any case,"
              + " says nothing, or promises one")
  default void unsignedTokenIsRefused(McpServer server) {
    TokenDraft draft = server.tokens().draft();
    TokenDraft none = draft.algNone();
    String noAlg = none.withoutHeader("alg").mint();
    CompactToken cut = CompactToken.of(draft.mint());
    Trial.assertRefused(
        server,
        List.of(
            Hostile.of("alg none", none),
            Hostile.of("alg None", none.header("alg", "None")),
            Hostile.of("alg NONE", none.header("alg", "NONE")),
            Hostile.of("alg nOnE", none.header("alg", "nOnE")),
            Hostile.of("alg none under a signature", draft.header("alg", "none")),
            new Hostile("alg none with something for a signature", none.mint() + "AAAA"),
            new Hostile("alg none in two parts", withoutLastDot(none.mint())),
            new Hostile("no alg", noAlg),
            Hostile.of("alg is empty", none.header("alg", "")),
            new Hostile("the signature cut off", cut.signature("").text()),
            new Hostile("the signature cut off with its dot", cut.header() + "." + cut.payload()),
            new Hostile("a signature of zeros", cut.signature("A".repeat(342)).text())));
  }

  private static String withoutLastDot(String token) {
    return token.substring(0, token.length() - 1);
  }

  /** Checks that a public key is not taken for a secret. */
  @Core
  @Assertion(
      id = "symmetric-signature-is-refused",
      strategy =
          "A token with a MAC whose secret is public is refused with 401: the issuer's public key"
              + " as PEM, DER or modulus, and no secret at all")
  default void symmetricSignatureIsRefused(McpServer server) {
    TokenDraft draft = server.tokens().draft();
    TokenDraft hs256 = draft.hs256WithPublicKeyPem();
    Trial.assertRefused(
        server,
        List.of(
            Hostile.of("HS256 with the PEM", hs256),
            Hostile.of("HS256 with the DER", draft.hs256WithPublicKeyDer()),
            Hostile.of("HS256 with the modulus", draft.hs256WithPublicKeyModulus()),
            Hostile.of("HS256 with the PEM, no kid", hs256.noKeyId()),
            new Hostile(
                "HS256 with an empty secret",
                CompactToken.of(hs256.mint()).signedWithNoSecret().text())));
  }

  /** Checks {@code crit}: what is critical and unknown must not be passed over. */
  @Core
  @Assertion(
      id = "unknown-critical-header-is-refused",
      strategy =
          "A well signed token whose crit names an extension that nobody knows, or b64, which no"
              + " JWT may have, is refused with 401")
  default void unknownCriticalHeaderIsRefused(McpServer server) {
    TokenDraft draft = server.tokens().draft();
    TokenDraft unknown = draft.unknownCritical();
    Trial.assertRefused(
        server,
        List.of(
            Hostile.of("an unknown extension", unknown),
            Hostile.of("an unknown extension that is absent", draft.header("crit", List.of("tck"))),
            Hostile.of("b64", draft.unencodedPayload()),
            Hostile.of(
                "an unknown extension after b64",
                draft.header("crit", List.of("b64", "tck")).header("b64", true).header("tck", 1))));
  }

  /** Checks that the signature is that of this token, whatever was accepted before. */
  @Core
  @Assertion(
      id = "tampered-token-is-refused",
      strategy =
          "A token is accepted; the same with another header, payload or signature is then refused"
              + " with 401, and the true one is accepted still")
  default void tamperedTokenIsRefused(McpServer server) {
    TokenDraft draft = server.tokens().draft();
    String token = draft.mint();
    for (Hostile tampered : tampered(CompactToken.of(token), CompactToken.of(draft.mint()))) {
      Trial.requireAccepted(server, token);
      Trial.assertRefused(tampered.what(), server.send(Trial.ASKED, tampered.token()));
      Trial.assertRefused(tampered.what(), server.send(Trial.ASKED, tampered.token()));
    }
    Reply reply = server.send(Trial.ASKED, token);
    assertThat(reply.isSuccess()).as("the true token afterwards: %s", reply).isTrue();
    String expired = draft.expired().mint();
    server.send(Trial.ASKED, expired);
    Hostile revived = revived(CompactToken.of(expired));
    Trial.assertRefused(revived.what(), server.send(Trial.ASKED, revived.token()));
  }

  private static List<Hostile> tampered(CompactToken token, CompactToken other) {
    CompactToken subject = token.payload(claims -> claims.replace(IssuedTokens.SUBJECT, "mallory"));
    CompactToken scope =
        token.payload(claims -> claims.replace(Operation.BASELINE, Operation.ADMIN));
    CompactToken header = token.header(json -> json.replaceFirst("\\{", "{\"x\":1,"));
    return List.of(
        new Hostile("another subject", subject.text()),
        new Hostile("another scope", scope.text()),
        new Hostile("another header", header.text()),
        new Hostile("the signature of another token", token.signature(other.signature()).text()),
        new Hostile("the first bit of the signature", token.signatureBit(0).text()),
        new Hostile("a bit amid the signature", token.signatureBit(128).text()),
        new Hostile("the last bit of the signature", token.signatureBit(-1).text()),
        new Hostile(
            "half of the signature", token.signature(token.signature().substring(0, 172)).text()),
        new Hostile("more signature", token.signature(token.signature() + "AAAA").text()),
        new Hostile("a fourth part", token.text() + ".AAAA"));
  }

  private static Hostile revived(CompactToken expired) {
    CompactToken later =
        expired.payload(claims -> claims.replaceFirst("\"exp\":\\d+", "\"exp\":4102444800"));
    return new Hostile("an expired token with another exp", later.text());
  }
}
