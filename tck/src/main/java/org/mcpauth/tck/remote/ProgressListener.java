// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.remote;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.mcpauth.tck.Revision;
import org.mcpauth.tck.report.Redaction;
import org.mcpauth.tck.run.Assertion;
import org.mcpauth.tck.run.AssertionResult;
import org.mcpauth.tck.run.AssertionResult.Outcome;
import org.mcpauth.tck.server.BlockedError;
import org.mcpauth.tck.server.NotCheckableException;

/** Prints a line for each assertion when it is over, and keeps its result. */
final class ProgressListener implements TestExecutionListener {

  private final String profile;
  private final PrintWriter out;
  private final Redaction redaction;
  private final List<AssertionResult> results = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  ProgressListener(String profile, PrintWriter out, Redaction redaction) {
    this.profile = profile;
    this.out = out;
    this.redaction = redaction;
  }

  /** What came of the assertions. */
  List<AssertionResult> results() {
    return List.copyOf(results);
  }

  /** What went wrong outside of any assertion. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult execution) {
    Optional<Assertion> assertion = assertion(test).filter(any -> test.isTest());
    if (assertion.isPresent()) {
      AssertionResult result = result(test, assertion.get(), execution);
      results.add(result);
      out.printf("%-11s  %s  %s%n", label(result), result.revision(), result.assertion());
      out.flush();
    } else if (execution.getStatus() == Status.FAILED) {
      faults.add(redaction.apply(test.getDisplayName() + ": " + detail(execution)));
    }
  }

  private static Optional<Assertion> assertion(TestIdentifier test) {
    return test.getSource()
        .filter(MethodSource.class::isInstance)
        .map(source -> ((MethodSource) source).getJavaMethod().getAnnotation(Assertion.class));
  }

  private AssertionResult result(
      TestIdentifier test, Assertion assertion, TestExecutionResult execution) {
    return new AssertionResult(
        assertion.id(),
        assertion.strategy(),
        test.getTags().stream().map(Object::toString).sorted().findFirst().orElse(""),
        revision(test.getDisplayName()),
        profile,
        outcome(execution),
        redaction.apply(detail(execution)));
  }

  /** The name of a run is the id of the assertion and the revision in brackets. */
  private static Revision revision(String name) {
    return Revision.of(name.substring(name.lastIndexOf('[') + 1, name.lastIndexOf(']')));
  }

  private static Outcome outcome(TestExecutionResult execution) {
    Throwable cause = execution.getThrowable().orElse(null);
    return switch (execution.getStatus()) {
      case SUCCESSFUL -> Outcome.PASSED;
      case FAILED -> cause instanceof BlockedError ? Outcome.BLOCKED : Outcome.FAILED;
      case ABORTED ->
          cause instanceof NotCheckableException ? Outcome.NOT_CHECKED : Outcome.EXCLUDED;
    };
  }

  private static String detail(TestExecutionResult execution) {
    return execution.getThrowable().map(Throwable::getMessage).orElse("");
  }

  private static String label(AssertionResult result) {
    return switch (result.outcome()) {
      case PASSED -> "ok";
      case FAILED -> "FAIL";
      case BLOCKED -> "BLOCKED";
      case EXCLUDED -> "excluded";
      case NOT_CHECKED -> "not checked";
    };
  }
}
