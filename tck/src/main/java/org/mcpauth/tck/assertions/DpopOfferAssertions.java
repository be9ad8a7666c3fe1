// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.mcpauth.tck.http.Challenge;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.Extended;
import org.mcpauth.tck.run.ServerTest;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.McpServer;

/** How clients learn that a server takes tokens that are bound to a key, and to which keys. */
public interface DpopOfferAssertions extends ServerTest {

  /** Checks that clients of either kind find out how to go on. */
  @Extended
  @Assertion(
      id = "dpop-is-offered-after-bearer",
      strategy =
          "The challenge to a call without credentials has one to DPoP, without an error and with"
              + " algs, behind the one to Bearer unless only bound tokens are taken; so has the 401"
              + " for a wrong proof, with the same algs")
  default void dpopIsOfferedAfterBearer(McpServer server) {
    BoundCaller caller = BoundCaller.accepted(server);
    Reply reply = caller.offer().refusal();
    List<Challenge> offered = DpopOffer.challenges(reply);
    assertThat(offered).as("DPoP challenges in %s", reply).hasSize(1);
    Challenge offer = offered.get(0);
    assertThat(DpopOffer.algorithms(offer)).as("algs in %s", reply).isNotEmpty();
    assertThat(offer.parameters()).as("%s", reply).doesNotContainKeys("error");
    if (!reply.bearerChallenges().isEmpty()) {
      assertThat(reply.challenges().indexOf(offer))
          .as("place of the DPoP challenge in %s", reply)
          .isPositive();
    }
    Reply refusal = caller.send("no-proof");
    assertThat(DpopOffer.challenges(refusal).stream().limit(1))
        .as("%s", refusal)
        .allMatch(other -> other.parameter("algs").equals(offer.parameter("algs")), "same algs");
  }

  /** Checks that a client can choose its key before it asks for a token. */
  @Extended
  @Assertion(
      id = "dpop-algorithms-are-in-metadata",
      strategy =
          "The metadata has dpop_signing_alg_values_supported, asymmetric algorithms each there"
              + " once, and the same as the challenge if that has algs")
  default void dpopAlgorithmsAreInMetadata(McpServer server) {
    DpopOffer offer = DpopOffer.of(server);
    Reply document = offer.metadata().reply();
    BlockedError.unless(offer.metadata().isServed(), "metadata must be served", document);
    assertThat(offer.named())
        .as("%s", document)
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .allMatch(name -> !name.startsWith("HS"), "is asymmetric");
    DpopOffer.challenges(offer.refusal()).stream()
        .map(DpopOffer::algorithms)
        .filter(algorithms -> !algorithms.isEmpty())
        .forEach(
            algorithms ->
                assertThat(Set.copyOf(algorithms))
                    .as("algs in %s", offer.refusal())
                    .isEqualTo(Set.copyOf(offer.named())));
  }
}
