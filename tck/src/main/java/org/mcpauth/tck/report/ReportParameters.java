// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.report;

/** What reports can be told by configuration parameters of JUnit, or by system properties. */
public final class ReportParameters {

  /** The directory to write reports to; none are written if it is absent. */
  public static final String DIRECTORY = "mcp.auth.tck.reports";

  /** The name and version of the server under test. */
  public static final String RUNTIME = "mcp.auth.tck.runtime";

  private ReportParameters() {}
}
