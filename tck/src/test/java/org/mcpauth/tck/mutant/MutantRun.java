// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.mcpauth.tck.Revision;
import org.mcpauth.tck.assertions.AllAssertions;
import org.mcpauth.tck.clause.ClauseCatalogue;
import org.mcpauth.tck.reference.ReferenceServer;
import org.mcpauth.tck.reference.Rules;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.AssertionExtension;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.Feature;
import org.mcpauth.tck.server.IssuedTokens;
import org.mcpauth.tck.server.Issuer;
import org.mcpauth.tck.server.Profile;
import org.mcpauth.tck.server.Target;

/** Runs every assertion against a server of these tests. */
final class MutantRun {

  private static final AtomicReference<@Nullable Target> TARGET = new AtomicReference<>();

  /** Failures by the name of the run, which begins with the id of the assertion. */
  record Outcome(Map<String, Throwable> failures, int passed, List<String> others) {

    /** The ids of the assertions that failed and were not merely blocked. */
    List<String> caughtBy() {
      return failures.entrySet().stream()
          .filter(entry -> !(entry.getValue() instanceof BlockedError))
          .map(entry -> entry.getKey().split(" ", 2)[0])
          .distinct()
          .sorted()
          .toList();
    }
  }

  /** The assertions, as JUnit runs them; named so that no build takes it for a test of its own. */
  static final class Assertions implements AllAssertions {
    @Override
    public Target target() {
      return Objects.requireNonNull(TARGET.get(), "no run is going on");
    }
  }

  private MutantRun() {}

  /** Every assertion in every revision. */
  static Outcome ofAll(Mutant mutant, Issuer issuer) {
    return of(mutant, issuer, List.of(Revision.values()), selectClass(Assertions.class));
  }

  /** Every assertion. */
  static Outcome untilCaught(Mutant mutant, Issuer issuer) {
    return untilCaught(mutant, issuer, selectClass(Assertions.class));
  }

  /** The mutant's own assertion alone. */
  static Outcome untilCaughtByItsOwn(Mutant mutant, Issuer issuer) {
    return untilCaught(mutant, issuer, selectMethod(Assertions.class, method(mutant.assertion())));
  }

  private static Method method(String assertion) {
    return Arrays.stream(AllAssertions.class.getMethods())
        .filter(method -> method.isAnnotationPresent(Assertion.class))
        .filter(method -> method.getAnnotation(Assertion.class).id().equals(assertion))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no assertion " + assertion));
  }

  /**
   * In the newest revision in which anybody catches it: most faults are the same in all, and three
   * runs for each mutant would take three times as long.
   */
  private static Outcome untilCaught(Mutant mutant, Issuer issuer, DiscoverySelector selector) {
    List<Revision> revisions = ClauseCatalogue.standard().revisionsOf(mutant.assertion());
    Outcome outcome = new Outcome(Map.of(), 0, List.of());
    for (int i = revisions.size() - 1; i >= 0 && outcome.caughtBy().isEmpty(); i--) {
      outcome = of(mutant, issuer, List.of(revisions.get(i)), selector);
    }
    return outcome;
  }

  private static Outcome of(
      Mutant mutant, Issuer issuer, List<Revision> revisions, DiscoverySelector selector) {
    try (ReferenceServer server =
        new ReferenceServer(endpoint -> mutant.rules().apply(endpoint, issuer.identifier()))) {
      TARGET.set(
          new Target(
              server.endpoint(),
              new IssuedTokens(issuer, server.endpoint()),
              new Profile("reference", List.of(), features(server.endpoint()))));
      String dates = revisions.stream().map(Revision::date).collect(Collectors.joining(","));
      return run(dates, selector);
    }
  }

  private static Map<Feature, URI> features(URI endpoint) {
    return Arrays.stream(Feature.values())
        .collect(Collectors.toMap(feature -> feature, feature -> Rules.url(endpoint, feature)));
  }

  private static Outcome run(String revisions, DiscoverySelector selector) {
    Map<String, Throwable> failures = new TreeMap<>();
    List<String> passed = new ArrayList<>();
    List<String> others = new ArrayList<>();
    TestExecutionListener listener =
        new TestExecutionListener() {
          @Override
          public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (result.getStatus() == Status.FAILED) {
              failures.put(
                  test.getDisplayName(), result.getThrowable().orElseGet(AssertionError::new));
            } else if (test.isTest()) {
              (result.getStatus() == Status.SUCCESSFUL ? passed : others)
                  .add(test.getDisplayName());
            }
          }
        };
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selector)
            .configurationParameter(AssertionExtension.REVISIONS, revisions)
            .build();
    LauncherFactory.create(
            LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine())
                .build())
        .execute(request, listener);
    return new Outcome(failures, passed.size(), others);
  }
}
