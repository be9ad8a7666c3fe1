// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(
    packages = "org.mcpauth.checker",
    importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {

  @ArchTest
  static final ArchRule IT_STANDS_ALONE =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.mcpauth..")
                  .and(resideOutsideOfPackage("org.mcpauth.checker..")));

  @ArchTest
  static final ArchRule EVERYBODY_LOOKS_DOWN =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("command line")
          .definedBy("org.mcpauth.checker.cli..")
          .layer("checker")
          .definedBy("org.mcpauth.checker")
          .layer("internal")
          .definedBy("org.mcpauth.checker.internal..")
          .layer("values")
          .definedBy("org.mcpauth.checker.report..", "org.mcpauth.checker.options..")
          .whereLayer("command line")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("checker")
          .mayOnlyBeAccessedByLayers("command line")
          .whereLayer("internal")
          .mayOnlyBeAccessedByLayers("checker");

  @ArchTest
  static final ArchRule THERE_ARE_NO_CYCLES =
      slices().matching("org.mcpauth.checker.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_KNOWS_PICOCLI =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.mcpauth.checker.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  private WallsTest() {}
}
