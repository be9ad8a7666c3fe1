// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpauth.AccessToken;
import org.mcpauth.internal.issuer.TestIssuer;
import org.mcpauth.internal.jose.SigningKey;
import org.mcpauth.internal.jose.TokenBuilder;
import org.mcpauth.internal.settings.Secret;
import org.mcpauth.internal.token.Door;

/** STATE-1: who did not open a session cannot use it. */
class SessionBindingTest {

  private static final String ID = "1868a90c-d1fb-4a5b-9e5b-7f0a3b6c1d2e";

  private final TestIssuer issuer = new TestIssuer(SigningKey.P256);
  private final Door door = Door.of(issuer);
  private final SessionBinding binding = new SessionBinding(null);

  private Optional<AccessToken> caller(String subject, String client) {
    return verified(issuer.token(door.clock).claim("sub", subject).claim("client_id", client));
  }

  private Optional<AccessToken> client(String client) {
    return verified(issuer.token(door.clock).without("sub").claim("client_id", client));
  }

  private Optional<AccessToken> verified(TokenBuilder token) {
    return Optional.of(door.authenticator.authenticate(token.sign()));
  }

  @Test
  void openWhenOpenedByTheSameUserThenTheIdOfTheServer() {
    String bound = binding.bind(ID, caller("alice", "a"));

    assertThat(bound).startsWith(ID + ".").hasSize(ID.length() + 23);
    assertThat(binding.open(bound, caller("alice", "a"))).contains(ID);
    // A client that steps up may have to register anew.
    assertThat(binding.open(bound, caller("alice", "b"))).contains(ID);
  }

  @Test
  void openWhenOpenedByAnotherThenEmpty() {
    String bound = binding.bind(ID, caller("alice", "a"));

    assertThat(binding.open(bound, caller("bob", "a"))).isEmpty();
    assertThat(binding.open(bound, caller("alicea", ""))).isEmpty();
    assertThat(binding.open(bound, client("alice"))).isEmpty();
    assertThat(binding.open(bound, Optional.empty())).isEmpty();
    assertThat(binding.open(binding.bind(ID, Optional.empty()), caller("alice", "a"))).isEmpty();
    assertThat(binding.open(binding.bind(ID, client("a")), client("b"))).isEmpty();
  }

  @Test
  void openWhenAnonymousThenByAnonymousAlone() {
    assertThat(binding.open(binding.bind(ID, Optional.empty()), Optional.empty())).contains(ID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "x", ID, ID + ".", "." + ID, ID + ".AAAAAAAAAAAAAAAAAAAAAA"})
  void openWhenNotBoundHereThenEmpty(String presented) {
    assertThat(binding.open(presented, caller("alice", "a"))).isEmpty();
  }

  @Test
  void openWhenIdIsChangedThenEmpty() {
    String bound = binding.bind(ID, caller("alice", "a"));

    assertThat(binding.open("x" + bound, caller("alice", "a"))).isEmpty();
    assertThat(binding.open(bound + "A", caller("alice", "a"))).isEmpty();
  }

  /** Ids of servers may have dots. */
  @Test
  void openWhenIdHasDotsThenWhole() {
    String bound = binding.bind("a.b.c", caller("alice", "a"));

    assertThat(binding.open(bound, caller("alice", "a"))).contains("a.b.c");
  }

  @Test
  void openWhenNodesShareTheKeyThenTheyKnowEachOthersSessions() {
    Secret shared = new Secret("0123456789abcdef0123456789abcdef");
    String bound = new SessionBinding(shared).bind(ID, caller("alice", "a"));

    assertThat(new SessionBinding(shared).open(bound, caller("alice", "a"))).contains(ID);
    assertThat(binding.open(bound, caller("alice", "a"))).isEmpty();
  }
}
