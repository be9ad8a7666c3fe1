// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.remote;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.reporting.legacy.xml.LegacyXmlReportGeneratingListener;
import org.mcpauth.tck.Revision;
import org.mcpauth.tck.http.Body;
import org.mcpauth.tck.http.HttpCall;
import org.mcpauth.tck.http.HttpSender;
import org.mcpauth.tck.report.Redaction;
import org.mcpauth.tck.report.ReportParameters;
import org.mcpauth.tck.run.AssertionExtension;
import org.mcpauth.tck.server.GivenTokens;
import org.mcpauth.tck.server.IssuedTokens;
import org.mcpauth.tck.server.Issuer;
import org.mcpauth.tck.server.Target;
import org.mcpauth.tck.server.Tokens;

/** Measures one server. */
final class RemoteRun {

  private static final String XML = "TEST-junit-jupiter.xml";

  /** All system properties, which are nobody's business. */
  private static final Pattern PROPERTIES =
      Pattern.compile("<properties>.*?</properties>\\s*", Pattern.DOTALL);

  private final URI endpoint;
  private final Plan plan;
  private final PrintWriter out;

  RemoteRun(URI endpoint, Plan plan, PrintWriter out) {
    this.endpoint = endpoint;
    this.plan = plan;
    this.out = out;
  }

  /** Runs the assertions, writes the reports, and says whether the server passes. */
  boolean execute(IssuerOptions options) throws UnusableException {
    Redaction redaction = options.redaction();
    Optional<GivenTokens> given = options.given();
    reach();
    if (given.isPresent()) {
      return execute(new Target(endpoint, given.get(), plan.profile()), redaction);
    }
    Issuer issuer = options.start();
    try {
      warn(issuer);
      Tokens tokens = new IssuedTokens(issuer, endpoint);
      return execute(new Target(endpoint, tokens, plan.profile()), redaction);
    } finally {
      issuer.server().close();
    }
  }

  private void reach() throws UnusableException {
    try {
      new HttpSender(endpoint).send(new HttpCall("GET", "/", List.of(), Body.NONE));
    } catch (UncheckedIOException e) {
      throw new UnusableException("there is no server at " + endpoint);
    }
  }

  private void warn(Issuer issuer) {
    out.println("Issuer: " + issuer.identifier());
    String host = endpoint.getHost().toLowerCase(Locale.ROOT);
    boolean loopback = host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
    if (!loopback) {
      out.println(
          "The issuer listens on loopback only. A server on another machine cannot fetch its keys:"
              + " give it tokens of its own, with --token-low and --token-full.");
    }
  }

  private boolean execute(Target target, Redaction redaction) throws UnusableException {
    ProgressListener progress = new ProgressListener(plan.profile().name(), out, redaction);
    LauncherConfig config =
        LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build();
    try (LauncherSession session = LauncherFactory.openSession(config)) {
      Files.createDirectories(plan.reports());
      session.getStore().put(Namespace.create(RemoteTarget.STORE), Target.class, target);
      session
          .getLauncher()
          .execute(request(), progress, new LegacyXmlReportGeneratingListener(plan.reports(), out));
      redact(redaction);
    } catch (IOException e) {
      throw new UnusableException("reports cannot be written to " + plan.reports());
    }
    return new Summary(plan, progress).print(out);
  }

  private LauncherDiscoveryRequest request() {
    LauncherDiscoveryRequestBuilder request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(RemoteAssertions.class))
            .filters(EngineFilter.includeEngines("junit-jupiter"))
            .configurationParameter(
                AssertionExtension.REVISIONS,
                plan.revisions().stream()
                    .map(Revision::date)
                    .sorted()
                    .collect(Collectors.joining(",")))
            .configurationParameter(ReportParameters.DIRECTORY, plan.reports().toString())
            .configurationParameter(ReportParameters.RUNTIME, plan.runtime());
    if (!plan.levels().isEmpty()) {
      request.filters(TagFilter.includeTags(plan.levels()));
    }
    return request.build();
  }

  /** What a server replied may have the token in it, and the command line too. */
  private void redact(Redaction redaction) throws IOException {
    try (Stream<Path> files = Files.list(plan.reports())) {
      for (Path file : files.filter(RemoteRun::isReport).toList()) {
        String text = PROPERTIES.matcher(Files.readString(file)).replaceAll("");
        Files.writeString(file, redaction.apply(text));
      }
    }
  }

  private static boolean isReport(Path file) {
    String name = file.getFileName().toString();
    return name.equals(XML) || name.matches("mcp-auth-tck-.*\\.(html|json)");
  }
}
