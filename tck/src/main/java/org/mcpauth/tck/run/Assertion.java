// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.run;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that checks one or more clauses. It runs once for each revision with a clause that names
 * it; a failure prints those clauses. The method takes one {@link
 * org.mcpauth.tck.server.McpServer}, which speaks that revision.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@TestTemplate
@ExtendWith(AssertionExtension.class)
public @interface Assertion {

  /**
   * The name by which clauses, exclusions and reports know it.
   *
   * @return words parted by hyphens, unique in the TCK
   */
  String id();

  /**
   * What is done and what is expected.
   *
   * @return a sentence
   */
  String strategy();
}
