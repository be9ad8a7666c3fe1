// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.war;

import jakarta.enterprise.context.ApplicationScoped;
import org.mcpauth.RequiresScope;

/** A bean with one tool that needs a scope. */
@ApplicationScoped
public class EchoTools {

  /** The tool's name. */
  public static final String TOOL = "echo";

  /** The scope that it needs. */
  public static final String SCOPE = "text:echo";

  /** Made by the container. */
  public EchoTools() {}

  /**
   * Says the same again.
   *
   * @param text any text
   * @return that text
   */
  @RequiresScope(value = SCOPE, tool = TOOL)
  public String echo(String text) {
    return text;
  }
}
