// SPDX-License-Identifier: Apache-2.0
package org.mcpauth;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

@AnalyzeClasses(packages = "org.mcpauth", importOptions = ImportOption.DoNotIncludeTests.class)
class ApiWallsTest {

  @ArchTest
  static final ArchRule API_KNOWS_NO_IMPLEMENTATION =
      noClasses().should().dependOnClassesThat().resideInAPackage("org.mcpauth.internal..");

  @ArchTest
  static final ArchRule API_NEEDS_LITTLE =
      classes()
          .that()
          .resideOutsideOfPackage("org.mcpauth.client")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "jakarta.enterprise.util..",
              "jakarta.inject..",
              "jakarta.interceptor..",
              "jakarta.json..",
              "org.eclipse.microprofile.jwt..",
              "org.jspecify.annotations..",
              "org.mcpauth..");

  /** Where there is no JAX-RS, nobody loads these. */
  @ArchTest
  static final ArchRule CLIENT_ALONE_KNOWS_REST =
      classes()
          .that()
          .resideInAPackage("org.mcpauth.client")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "jakarta.annotation",
              "jakarta.enterprise.inject..",
              "jakarta.ws.rs..",
              "org.jspecify.annotations..",
              "org.mcpauth..");

  @ArchTest
  static final ArchRule BASE_PACKAGE_KNOWS_NO_OTHER =
      noClasses()
          .that()
          .resideInAPackage("org.mcpauth")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.mcpauth.spi..", "org.mcpauth.event..", "org.mcpauth.client..");

  @ArchTest
  static final ArchRule NO_CYCLES =
      SlicesRuleDefinition.slices().matching("org.mcpauth.(*)..").should().beFreeOfCycles();
}
