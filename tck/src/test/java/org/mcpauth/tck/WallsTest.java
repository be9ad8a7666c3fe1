// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(packages = "org.mcpauth", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {

  private static final String APP = "org.mcpauth.tck.app..";

  @ArchTest
  static final ArchRule THE_TCK_KNOWS_NO_IMPLEMENTATION =
      noClasses()
          .that()
          .resideInAPackage("org.mcpauth.tck..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.mcpauth.internal..");

  @ArchTest
  static final ArchRule THERE_ARE_NO_CYCLES =
      slices().matching("org.mcpauth.tck.(*)..").should().beFreeOfCycles();

  /** It goes into a WAR, alone. */
  @ArchTest
  static final ArchRule THE_APPLICATION_KNOWS_ONLY_THE_API =
      noClasses()
          .that()
          .resideInAPackage(APP)
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.mcpauth..")
                  .and(com.tngtech.archunit.base.DescribedPredicate.not(resideInAPackage(APP)))
                  .and(
                      com.tngtech.archunit.base.DescribedPredicate.not(
                          resideInAnyPackage(
                              "org.mcpauth", "org.mcpauth.spi", "org.mcpauth.event"))));

  /** Assertions say what they want of a server, and not how that is sent or reported. */
  @ArchTest
  static final ArchRule ASSERTIONS_KNOW_NO_HTTP_CLIENT =
      noClasses()
          .that()
          .resideInAPackage("org.mcpauth.tck.assertions..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.hc..", "org.mcpauth.tck.report..", "org.jboss..");

  @ArchTest
  static final ArchRule ONLY_ONE_ROOM_KNOWS_ARQUILLIAN =
      classes()
          .that(resideInAPackage("org.mcpauth.tck.."))
          .and()
          .resideOutsideOfPackage("org.mcpauth.tck.arquillian..")
          .should()
          .onlyDependOnClassesThat(
              com.tngtech.archunit.base.DescribedPredicate.not(
                  resideInAnyPackage("org.jboss.arquillian..", "org.jboss.shrinkwrap..")));

  private WallsTest() {}
}
