// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/**
 * Who may know whom: {@code log ← settings ← {http, jose} ← issuer ← {token, introspection, proof,
 * challenge, metadata, rpc ← lists, requirement, session} ← engine ← telemetry ← cdi ← {rest,
 * servlet, propagation, restclient}}, with {@code exchange} between introspection and engine. Rooms
 * in braces do not see each other. {@code mcpsdk} is public and sees the API alone.
 */
@AnalyzeClasses(
    packages = {"org.mcpauth.internal", "org.mcpauth.mcpsdk"},
    importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {

  private static final String[] UP_TO_ENGINE = {
    "..internal.log..",
    "..internal.settings..",
    "..internal.http..",
    "..internal.jose..",
    "..internal.issuer..",
    "..internal.token..",
    "..internal.introspection..",
    "..internal.exchange..",
    "..internal.proof..",
    "..internal.challenge..",
    "..internal.metadata..",
    "..internal.rpc..",
    "..internal.lists..",
    "..internal.requirement..",
    "..internal.session..",
    "..internal.engine..",
    "..internal.telemetry.."
  };

  private static final Pattern EMPTY_NAME =
      Pattern.compile(".*(Utils?|Helpers?|Managers?|Impl|Common)");

  @ArchTest
  static final ArchRule ROOMS_SEE_ONLY_WHAT_IS_BELOW =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("log")
          .definedBy("..internal.log..")
          .layer("settings")
          .definedBy("..internal.settings..")
          .layer("http")
          .definedBy("..internal.http..")
          .layer("jose")
          .definedBy("..internal.jose..")
          .layer("issuer")
          .definedBy("..internal.issuer..")
          .layer("token")
          .definedBy("..internal.token..")
          .layer("introspection")
          .definedBy("..internal.introspection..")
          .layer("exchange")
          .definedBy("..internal.exchange..")
          .layer("proof")
          .definedBy("..internal.proof..")
          .layer("challenge")
          .definedBy("..internal.challenge..")
          .layer("metadata")
          .definedBy("..internal.metadata..")
          .layer("rpc")
          .definedBy("..internal.rpc..")
          .layer("lists")
          .definedBy("..internal.lists..")
          .layer("session")
          .definedBy("..internal.session..")
          .layer("requirement")
          .definedBy("..internal.requirement..")
          .layer("engine")
          .definedBy("..internal.engine..")
          .layer("telemetry")
          .definedBy("..internal.telemetry..")
          .layer("cdi")
          .definedBy("..internal.cdi..")
          .layer("rest")
          .definedBy("..internal.rest..")
          .layer("servlet")
          .definedBy("..internal.servlet..")
          .layer("propagation")
          .definedBy("..internal.propagation..")
          .layer("mcpsdk")
          .definedBy("org.mcpauth.mcpsdk..")
          .layer("restclient")
          .definedBy("..internal.restclient..")
          .whereLayer("log")
          .mayNotAccessAnyLayer()
          .whereLayer("settings")
          .mayOnlyAccessLayers("log")
          .whereLayer("http")
          .mayOnlyAccessLayers("log", "settings")
          .whereLayer("jose")
          .mayOnlyAccessLayers("log", "settings")
          .whereLayer("issuer")
          .mayOnlyAccessLayers("log", "settings", "http", "jose")
          .whereLayer("token")
          .mayOnlyAccessLayers("log", "settings", "jose", "issuer")
          .whereLayer("introspection")
          .mayOnlyAccessLayers("log", "settings", "http", "jose", "issuer")
          .whereLayer("exchange")
          .mayOnlyAccessLayers("log", "settings", "http", "jose", "issuer", "introspection")
          .whereLayer("proof")
          .mayOnlyAccessLayers("log", "settings", "jose")
          .whereLayer("challenge")
          .mayOnlyAccessLayers("log", "settings")
          .whereLayer("metadata")
          .mayOnlyAccessLayers("log", "settings", "jose")
          .whereLayer("rpc")
          .mayOnlyAccessLayers("log", "settings")
          .whereLayer("lists")
          .mayOnlyAccessLayers("log", "settings", "rpc")
          .whereLayer("session")
          .mayOnlyAccessLayers("settings", "jose")
          .whereLayer("requirement")
          .mayOnlyAccessLayers("log", "settings")
          .whereLayer("engine")
          .mayOnlyAccessLayers(
              "log",
              "settings",
              "http",
              "jose",
              "issuer",
              "token",
              "introspection",
              "exchange",
              "proof",
              "challenge",
              "metadata",
              "rpc",
              "lists",
              "session",
              "requirement")
          .whereLayer("telemetry")
          .mayOnlyAccessLayers("log", "settings", "jose", "engine")
          .whereLayer("rest")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("servlet")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("propagation")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("mcpsdk")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("mcpsdk")
          .mayNotAccessAnyLayer()
          .whereLayer("restclient")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("restclient")
          .mayNotAccessAnyLayer()
          .whereLayer("cdi")
          .mayOnlyBeAccessedByLayers("rest", "servlet", "propagation");

  /** Whoever has neither must not need them. */
  @ArchTest
  static final ArchRule OPTIONAL_APIS_HAVE_ONE_ROOM_EACH =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.mcpauth.mcpsdk..", "..internal.propagation..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.modelcontextprotocol..", "reactor..", "org.eclipse.microprofile.context..");

  @ArchTest
  static final ArchRule REST_CLIENT_HAS_ONE_ROOM =
      noClasses()
          .that()
          .resideOutsideOfPackage("..internal.restclient..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.eclipse.microprofile.rest.client..");

  @ArchTest
  static final ArchRule MCPSDK_KNOWS_NO_PROPAGATION =
      noClasses()
          .that()
          .resideInAPackage("org.mcpauth.mcpsdk..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.eclipse.microprofile.context..", "jakarta.enterprise..");

  @ArchTest
  static final ArchRule PROPAGATION_KNOWS_NO_SDK =
      noClasses()
          .that()
          .resideInAPackage("..internal.propagation..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.modelcontextprotocol..", "jakarta.servlet..");

  @ArchTest
  static final ArchRule NO_CYCLES =
      SlicesRuleDefinition.slices()
          .matching("org.mcpauth.internal.(*)..")
          .should()
          .beFreeOfCycles();

  @ArchTest
  static final ArchRule ENGINE_SIDE_KNOWS_NO_CONTAINER =
      noClasses()
          .that()
          .resideInAnyPackage(UP_TO_ENGINE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.ws.rs..",
              "jakarta.servlet..",
              "jakarta.enterprise..",
              "jakarta.inject..",
              "jakarta.interceptor..",
              "jakarta.annotation", // not jakarta.annotation.security, which is read like our own
              "org.eclipse.microprofile.config..");

  @ArchTest
  static final ArchRule REST_KNOWS_NO_SERVLET =
      noClasses()
          .that()
          .resideInAPackage("..internal.rest..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.servlet..");

  @ArchTest
  static final ArchRule SERVLET_KNOWS_NO_REST =
      noClasses()
          .that()
          .resideInAPackage("..internal.servlet..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.ws.rs..");

  @ArchTest
  static final ArchRule JOSE_BEHIND_ONE_DOOR =
      noClasses()
          .that()
          .resideOutsideOfPackage("..internal.jose..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jose4j..");

  @ArchTest
  static final ArchRule CAFFEINE_BEHIND_ONE_CLASS =
      noClasses()
          .that(not(belongTo(nameMatching("org\\.mcpauth\\.internal\\.jose\\.TokenMemory"))))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.github.benmanes.caffeine..");

  @ArchTest static final ArchRule NO_STANDARD_STREAMS = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest static final ArchRule NO_JAVA_UTIL_LOGGING = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  @ArchTest
  static final ArchRule NO_OTHER_LOGGING =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.jboss.logging..");

  @ArchTest
  static final ArchRule ONE_PLACE_LOGS =
      noClasses()
          .that()
          .resideOutsideOfPackage("..internal.log..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(System.Logger.class);

  @ArchTest
  static final ArchRule NAMES_SAY_SOMETHING =
      classes()
          .should(
              new ArchCondition<>("have a name that says what they are") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                  boolean empty = EMPTY_NAME.matcher(item.getSimpleName()).matches();
                  events.add(new SimpleConditionEvent(item, !empty, item.getName()));
                }
              });

  @ArchTest
  static final ArchRule PACKAGES_ARE_NULL_MARKED =
      classes()
          .should(
              new ArchCondition<>("be in a package that is @NullMarked") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                  boolean marked =
                      item.getPackage()
                          .tryGetPackageInfo()
                          .filter(info -> info.isAnnotatedWith(NullMarked.class))
                          .isPresent();
                  events.add(new SimpleConditionEvent(item, marked, item.getName()));
                }
              });
}
