// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.stream.Stream;

@AnalyzeClasses(
    packages = "org.mcpauth",
    importOptions = {ImportOption.DoNotIncludeTests.class})
class WallsTest {

  private static final String INTERNAL = "org.mcpauth.devserver.internal..";

  @ArchTest
  static final ArchRule STANDS_ALONE =
      noClasses()
          .should()
          .dependOnClassesThat(
              new DescribedPredicate<>("belong to the library under test") {
                @Override
                public boolean test(JavaClass type) {
                  return type.getPackageName().startsWith("org.mcpauth")
                      && !type.getPackageName().startsWith("org.mcpauth.devserver");
                }
              });

  @ArchTest
  static final ArchRule INTERNAL_KNOWS_NO_PUBLIC_API =
      noClasses()
          .that()
          .resideInAPackage(INTERNAL)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.mcpauth.devserver",
              "org.mcpauth.devserver.cli..",
              "org.mcpauth.devserver.junit..");

  @ArchTest
  static final ArchRule PUBLIC_API_SHOWS_NOTHING_INTERNAL =
      noMethods()
          .that()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage(INTERNAL)
          .and()
          .arePublic()
          .should(mentionInternalTypes());

  @ArchTest
  static final ArchRule HTTP_FRONT_KNOWS_NO_OTHER_ROOM =
      noClasses()
          .that()
          .resideInAPackage("org.mcpauth.devserver.internal.http..")
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage(INTERNAL)
                  .and(
                      DescribedPredicate.not(
                          JavaClass.Predicates.resideInAPackage(
                              "org.mcpauth.devserver.internal.http.."))));

  @ArchTest
  static final ArchRule NO_CYCLES =
      SlicesRuleDefinition.slices()
          .matching("org.mcpauth.devserver.(**)")
          .should()
          .beFreeOfCycles();

  private static ArchCondition<JavaMethod> mentionInternalTypes() {
    return new ArchCondition<>("mention internal types") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean synthetic = method.getModifiers().contains(JavaModifier.SYNTHETIC);
        boolean mentions =
            !synthetic && signature(method).anyMatch(t -> t.getPackageName().contains(".internal"));
        events.add(new SimpleConditionEvent(method, mentions, method.getFullName()));
      }
    };
  }

  private static Stream<JavaClass> signature(JavaCodeUnit method) {
    return Stream.concat(
        Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream());
  }
}
