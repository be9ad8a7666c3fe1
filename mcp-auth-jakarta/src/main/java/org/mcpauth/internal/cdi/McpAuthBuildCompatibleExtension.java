// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.InjectionPointInfo;
import jakarta.enterprise.inject.build.compatible.spi.Messages;
import jakarta.enterprise.inject.build.compatible.spi.ObserverInfo;
import jakarta.enterprise.inject.build.compatible.spi.Registration;
import jakarta.enterprise.inject.build.compatible.spi.SkipIfPortableExtensionPresent;
import jakarta.enterprise.inject.build.compatible.spi.Synthesis;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.enterprise.lang.model.AnnotationInfo;
import jakarta.enterprise.lang.model.declarations.ClassInfo;
import jakarta.enterprise.lang.model.declarations.DeclarationInfo;
import jakarta.enterprise.lang.model.declarations.MethodInfo;
import jakarta.enterprise.lang.model.declarations.ParameterInfo;
import jakarta.enterprise.lang.model.types.Type;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mcpauth.RequiresAuthentication;
import org.mcpauth.RequiresScope;
import org.mcpauth.TokenClaim;
import org.mcpauth.internal.requirement.RoleAnnotations;

/**
 * CDI Lite: notes the classes of all beans. Whether the engine can be made of them is found out
 * when the application starts, since this may run long before, when it is built.
 */
@SkipIfPortableExtensionPresent(McpAuthPortableExtension.class)
public class McpAuthBuildCompatibleExtension implements BuildCompatibleExtension {

  private final Set<String> classes = new LinkedHashSet<>();
  private final Set<String> annotated = new LinkedHashSet<>();

  /**
   * Guards what has annotations of {@code jakarta.annotation.security} on operations. All classes
   * are looked at, because containers do not find those that only a superclass has.
   *
   * @param type any class
   */
  @Enhancement(types = Object.class, withSubtypes = true, withAnnotations = Annotation.class)
  public void guard(ClassConfig type) {
    ClassInfo info = type.info();
    List<MethodInfo> methods = methods(info);
    boolean operation =
        methods.stream()
            .flatMap(method -> method.annotations().stream())
            .anyMatch(annotation -> RoleAnnotations.countBeside(annotation.name()));
    if (operation && hasRoles(info, methods)) {
      type.addAnnotation(Guarded.class);
    }
    Stream<MethodInfo> own =
        methods.stream().filter(method -> method.declaringClass().name().equals(info.name()));
    if (Stream.<DeclarationInfo>concat(Stream.of(info), own)
        .anyMatch(McpAuthBuildCompatibleExtension::isAnnotated)) {
      annotated.add(info.name());
    }
  }

  private static boolean isAnnotated(DeclarationInfo declaration) {
    return declaration.hasAnnotation(RequiresScope.class)
        || declaration.hasAnnotation(RequiresAuthentication.class);
  }

  /**
   * Quarkus cannot list them if what the class extends or implements is not there, as with optional
   * dependencies. Nobody makes objects of such a class.
   */
  private static List<MethodInfo> methods(ClassInfo info) {
    try {
      return List.copyOf(info.methods());
    } catch (RuntimeException | LinkageError e) {
      return List.of();
    }
  }

  private static boolean hasRoles(ClassInfo info, List<MethodInfo> methods) {
    Stream<ClassInfo> classes =
        Stream.iterate(info, Objects::nonNull, ClassInfo::superClassDeclaration);
    return Stream.<DeclarationInfo>concat(classes, methods.stream())
        .anyMatch(declaration -> RoleAnnotations.ALL.stream().anyMatch(declaration::hasAnnotation));
  }

  /**
   * Notes a bean.
   *
   * @param bean any bean
   */
  @Registration(types = Object.class)
  public void collect(BeanInfo bean) {
    if (bean.isClassBean()) {
      classes.add(bean.declaringClass().name());
    }
  }

  /**
   * Refuses claims that are injected where they would stay for longer than a request.
   *
   * @param bean any bean
   * @param messages where faults are told, so that the deployment stops
   */
  @Registration(types = Object.class)
  public void check(BeanInfo bean, Messages messages) {
    for (InjectionPointInfo point : bean.injectionPoints()) {
      // Asked where it is only if need be: Quarkus has points of its own that are nowhere.
      fault(point::declaration, point.qualifiers(), bean)
          .ifPresent(fault -> messages.error(fault, bean));
    }
  }

  /**
   * Refuses them as parameters of observers too, as CDI Full does.
   *
   * @param observer any observer
   * @param messages where faults are told, so that the deployment stops
   */
  @Registration(types = Object.class)
  public void check(ObserverInfo observer, Messages messages) {
    if (!observer.isSynthetic()) {
      for (ParameterInfo parameter : observer.observerMethod().parameters()) {
        fault(() -> parameter, parameter.annotations(), observer.bean())
            .ifPresent(fault -> messages.error(fault, observer));
      }
    }
  }

  private static Optional<String> fault(
      Supplier<DeclarationInfo> declaration,
      Collection<AnnotationInfo> annotations,
      BeanInfo bean) {
    return annotations.stream()
        .filter(annotation -> annotation.name().equals(TokenClaim.class.getName()))
        .map(
            claim ->
                new ClaimInjectionPoint(
                    place(declaration.get(), bean),
                    claim.value().asString(),
                    TypeNames.of(type(declaration.get())),
                    bean.scope().name().equals(RequestScoped.class.getName())))
        .flatMap(point -> point.fault().stream())
        .findFirst();
  }

  /** What is declared: Quarkus has points of the type that a Provider or an Instance is of. */
  private static Type type(DeclarationInfo declaration) {
    return declaration.isField() ? declaration.asField().type() : declaration.asParameter().type();
  }

  private static String place(DeclarationInfo declaration, BeanInfo bean) {
    String type = bean.declaringClass().name();
    if (declaration.isField()) {
      return type + "." + declaration.asField().name();
    }
    MethodInfo method = declaration.asParameter().declaringMethod();
    return method.isConstructor() ? type : type + "." + method.name();
  }

  /**
   * Makes what was noted a bean.
   *
   * @param components where synthetic beans are added
   */
  @Synthesis
  public void register(SyntheticComponents components) {
    components
        .addBean(ScannedBeans.class)
        .type(ScannedBeans.class)
        .scope(Singleton.class)
        .withParam(ScannedBeansCreator.CLASSES, classes.toArray(String[]::new))
        .withParam(ScannedBeansCreator.ANNOTATED, annotated.toArray(String[]::new))
        .createWith(ScannedBeansCreator.class);
    if (PresentType.isThere(IssuerHealth.NEEDED)) {
      LiteIssuerHealth.register(components);
    }
  }
}
