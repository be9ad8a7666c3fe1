// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.devserver.TokenDraft;
import org.mcpauth.samples.testing.Answer;

/** Tokens that are not for here, not from there, or no tokens: 401 and nothing done. */
@ExtendWith(NotesExtension.class)
class InvalidTokenIT {

  private final RunningNotes notes;

  InvalidTokenIT(RunningNotes notes) {
    this.notes = notes;
  }

  static Stream<Named<UnaryOperator<TokenDraft>>> invalid() {
    return Stream.of(
        Named.of("wrong audience", TokenDraft::wrongAudience),
        Named.of("no audience", TokenDraft::noAudience),
        Named.of("wrong issuer", TokenDraft::wrongIssuer),
        Named.of("alg none", TokenDraft::algNone),
        Named.of("HS256 with the public key as PEM", TokenDraft::hs256WithPublicKeyPem),
        Named.of("HS256 with the public key as DER", TokenDraft::hs256WithPublicKeyDer),
        Named.of("HS256 with the modulus", TokenDraft::hs256WithPublicKeyModulus),
        Named.of("foreign key", TokenDraft::foreignKey),
        Named.of("embedded key", TokenDraft::embeddedJwk),
        Named.of("tampered payload", TokenDraft::tamperedPayload),
        Named.of("tampered signature", TokenDraft::tamperedSignature),
        Named.of("expired", TokenDraft::expired),
        Named.of("no expiry", TokenDraft::noExpiry),
        Named.of("not yet valid", TokenDraft::notYetValid),
        Named.of("typ JWT", draft -> draft.type("JWT")),
        Named.of("no typ", TokenDraft::noType),
        Named.of("ID token", TokenDraft::idToken),
        Named.of("logout token", TokenDraft::logoutToken),
        Named.of("unknown critical header", TokenDraft::unknownCritical),
        Named.of("opaque", TokenDraft::opaque));
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void addNoteWhenTokenIsInvalidThenChallengesAndAddsNothing(UnaryOperator<TokenDraft> spoil) {
    TokenDraft valid =
        notes
            .issuer()
            .tokens()
            .forResource(notes.endpoint().toString())
            .subject("alice")
            .scope("notes:read notes:write");
    assertRefused(spoil.apply(valid).mint());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void addNoteWhenTokenIsJunkThenChallengesAndAddsNothing(int segments) {
    assertRefused(notes.issuer().tokens().junk(segments));
  }

  @Test
  void addNoteWhenTokenIsTwentyKilobytesThenRefusedAndAddsNothing() {
    TokenDraft valid =
        notes.issuer().tokens().forResource(notes.endpoint().toString()).scope("notes:write");
    Answer answer = addNote(valid.oversized(20_000).mint());
    assertThat(answer.status()).isIn(400, 401, 413, 431);
    assertThat(notes.texts()).isEmpty();
  }

  private void assertRefused(String token) {
    Answer answer = addNote(token);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate"))
        .singleElement()
        .asString()
        .matches(
            "Bearer error=\"invalid_token\", scope=\"notes:read\", resource_metadata=\""
                + Pattern.quote(notes.metadataUrl())
                + "\", error_description=\"[^\"=\\\\]+\"");
    assertThat(notes.texts()).isEmpty();
  }

  private Answer addNote(String token) {
    return McpSession.open(notes, notes.token("notes:write"))
        .with(token)
        .callTool("add_note", Map.of("text", "Buy milk"));
  }
}
