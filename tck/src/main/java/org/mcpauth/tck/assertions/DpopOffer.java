// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.mcpauth.devserver.KeyAlgorithm;
import org.mcpauth.tck.http.Challenge;
import org.mcpauth.tck.http.Reply;
import org.mcpauth.tck.server.McpServer;
import org.mcpauth.tck.server.NotCheckableException;
import org.mcpauth.tck.server.NotOfferedException;

/**
 * How a server says that it takes tokens that are bound to a key (RFC 9449): in its metadata, in
 * its challenge, or in both.
 *
 * @param metadata its metadata
 * @param refusal what it replies to a call without credentials
 */
record DpopOffer(MetadataDocument metadata, Reply refusal) {

  static final String MEMBER = "dpop_signing_alg_values_supported";

  /** The offer; not applicable where there is none. */
  static DpopOffer of(McpServer server) {
    MetadataDocument metadata = MetadataDocument.find(server, call -> call);
    DpopOffer offer = new DpopOffer(metadata, server.send(Trial.call(server)));
    if (offer.named().isEmpty() && challenges(offer.refusal).isEmpty()) {
      throw new NotOfferedException("DPoP, neither in the metadata nor in a challenge");
    }
    return offer;
  }

  /** The DPoP challenges of a reply. */
  static List<Challenge> challenges(Reply reply) {
    return reply.challenges().stream()
        .filter(challenge -> challenge.scheme().equalsIgnoreCase("DPoP"))
        .toList();
  }

  /** The algorithms in the metadata. */
  List<String> named() {
    return metadata.isServed() ? metadata.texts(MEMBER) : List.of();
  }

  /** The algorithms in a challenge. */
  static List<String> algorithms(Challenge challenge) {
    return challenge.parameter("algs").map(algs -> List.of(algs.split(" ", -1))).orElse(List.of());
  }

  /** An algorithm that the server takes and that proofs can be made with here. */
  KeyAlgorithm algorithm() {
    List<String> offered =
        Stream.concat(
                named().stream(),
                challenges(refusal).stream().flatMap(challenge -> algorithms(challenge).stream()))
            .toList();
    return Stream.of(KeyAlgorithm.ES256, KeyAlgorithm.EdDSA, KeyAlgorithm.RS256)
        .filter(algorithm -> offered.isEmpty() || offered.contains(algorithm.name()))
        .findFirst()
        .orElseThrow(
            () ->
                new NotCheckableException(
                    "it needs a proof with one of " + Arrays.toString(KeyAlgorithm.values())));
  }
}
