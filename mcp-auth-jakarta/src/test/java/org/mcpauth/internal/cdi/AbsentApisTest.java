// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.mcpauth.event.AccessGranted;
import org.mcpauth.internal.engine.AuthorizationEngine;
import org.mcpauth.internal.engine.FakeRequest;

/** On a server without the APIs that are used where they are. */
class AbsentApisTest {

  @Test
  void startWhenApisAreAbsentThenDecidesWithoutThem() throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader server = server()) {
      thread.setContextClassLoader(server);
      for (String absent :
          List.of(
              "io.opentelemetry.api.OpenTelemetry",
              "org.eclipse.microprofile.health.HealthCheck")) {
        assertThatExceptionOfType(ClassNotFoundException.class)
            .isThrownBy(() -> server.loadClass(absent));
      }
      Callable<?> application =
          (Callable<?>)
              server.loadClass(Application.class.getName()).getDeclaredConstructor().newInstance();

      assertThat(application.call()).isEqualTo(AccessGranted.class.getSimpleName());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** The classes of the tests without those of the APIs. */
  private static URLClassLoader server() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!entry.isEmpty()
          && !entry.contains("opentelemetry")
          && !entry.contains("microprofile-health")) {
        urls.add(Path.of(entry).toUri().toURL());
      }
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  /** Runs in the class loader of that server, where it shares no class with the test. */
  public static final class Application implements Callable<String> {

    @Override
    public String call() {
      try (TestContainer container = TestContainer.start(DeploymentTest.Recorder.class)) {
        container
            .get(AuthorizationEngine.class)
            .decide(FakeRequest.tool("x").bearer(container.token("alice", "a")));
        List<String> events = container.get(DeploymentTest.Recorder.class).events();
        return events.get(events.size() - 1);
      }
    }
  }
}
