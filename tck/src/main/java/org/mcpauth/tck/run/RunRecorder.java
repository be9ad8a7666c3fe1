// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.run;

import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Collects what came of every assertion of a run, and hands it on when the run is over. */
public final class RunRecorder implements BeforeAllCallback {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(RunRecorder.class);

  /** Made by JUnit. */
  public RunRecorder() {}

  @Override
  public void beforeAll(ExtensionContext context) {
    of(context); // so that a run without any result is reported too
  }

  static Results of(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Results.class, key -> new Results(context.getRoot()), Results.class);
  }

  /** The results so far; closed by JUnit at the end of the run. */
  static final class Results implements AutoCloseable {

    private final List<AssertionResult> results = new CopyOnWriteArrayList<>();
    private final ExtensionContext root;

    Results(ExtensionContext root) {
      this.root = root;
    }

    void add(AssertionResult result) {
      results.add(result);
    }

    @Override
    public void close() {
      for (ResultListener listener : ServiceLoader.load(ResultListener.class)) {
        listener.finished(List.copyOf(results), root::getConfigurationParameter);
      }
    }
  }
}
