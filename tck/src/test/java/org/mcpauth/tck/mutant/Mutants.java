// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mcpauth.tck.server.Issuer;

/** All mutants, in parts of about the same size that run side by side. */
final class Mutants {

  /** The first mutant of each assertion. */
  private static final Set<String> FIRST =
      all()
          .collect(Collectors.toMap(Mutant::assertion, Mutant::toString, (first, other) -> first))
          .values()
          .stream()
          .collect(Collectors.toUnmodifiableSet());

  private Mutants() {}

  static Stream<Mutant> ofEntry() {
    return Stream.of(
            ChallengeMutants.all(),
            MetadataMutants.all(),
            TransportMutants.all(),
            ScopeMutants.all(),
            SubscriptionMutants.all(),
            MessageMutants.all())
        .flatMap(List::stream);
  }

  static Stream<Mutant> ofTokens() {
    return Stream.of(
            CredentialMutants.all(),
            TokenMutants.all(),
            AudienceMutants.all(),
            IdentityMutants.all())
        .flatMap(List::stream);
  }

  static Stream<Mutant> ofExtended() {
    return Stream.of(
            SignedMetadataMutants.all(),
            DpopMutants.all(),
            DpopNonceMutants.all(),
            CertificateMutants.all(),
            SecondResourceMutants.all(),
            IntrospectionMutants.all(),
            SignedIntrospectionMutants.all(),
            StepUpMutants.all(),
            BoundSessionMutants.all(),
            RoleMutants.all(),
            ListMutants.all())
        .flatMap(List::stream);
  }

  static Stream<Mutant> ofModel() {
    return Stream.of(
            ArgumentMutants.all(),
            CallerDetailMutants.all(),
            OnBehalfMutants.all(),
            DecisionMutants.all(),
            ToolRequirementMutants.all(),
            ToolErrorMutants.all(),
            ClosedByDefaultMutants.all())
        .flatMap(List::stream);
  }

  static Stream<Mutant> all() {
    return Stream.of(ofEntry(), ofTokens(), ofExtended(), ofModel()).flatMap(mutants -> mutants);
  }

  /**
   * Fails unless the mutant's own assertion catches it. For one mutant of each assertion every
   * other assertion has to let it pass, which proves that no weaker one would do. With the system
   * property {@code mcp.auth.tck.thorough} that holds for all of them, and takes ten times as long.
   */
  static void assertCaught(Mutant mutant, Issuer issuer) {
    boolean exclusive =
        Boolean.getBoolean("mcp.auth.tck.thorough") || FIRST.contains(mutant.toString());
    MutantRun.Outcome outcome =
        exclusive
            ? MutantRun.untilCaught(mutant, issuer)
            : MutantRun.untilCaughtByItsOwn(mutant, issuer);
    assertThat(outcome.caughtBy())
        .as(() -> "who catches \"" + mutant + "\": " + outcome.failures())
        .containsExactly(mutant.assertion());
  }
}
