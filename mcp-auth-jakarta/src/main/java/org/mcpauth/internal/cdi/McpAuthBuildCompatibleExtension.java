// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.InjectionPointInfo;
import jakarta.enterprise.inject.build.compatible.spi.Messages;
import jakarta.enterprise.inject.build.compatible.spi.ObserverInfo;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.Registration;
import jakarta.enterprise.inject.build.compatible.spi.SkipIfPortableExtensionPresent;
import jakarta.enterprise.inject.build.compatible.spi.Synthesis;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.enterprise.lang.model.AnnotationInfo;
import jakarta.enterprise.lang.model.declarations.ClassInfo;
import jakarta.enterprise.lang.model.declarations.DeclarationInfo;
import jakarta.enterprise.lang.model.declarations.MethodInfo;
import jakarta.enterprise.lang.model.declarations.ParameterInfo;
import jakarta.enterprise.lang.model.types.Type;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mcpauth.TokenClaim;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.requirement.RoleAnnotations;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.internal.settings.McpAuthSettings;

/**
 * CDI Lite: notes the classes of all beans. Whether the engine can be made of them is found out
 * when the application starts, since this may run long before, when it is built.
 */
@SkipIfPortableExtensionPresent(McpAuthPortableExtension.class)
public class McpAuthBuildCompatibleExtension implements BuildCompatibleExtension {

  private static final String CLASSES = "classes";

  private final Set<String> classes = new LinkedHashSet<>();

  /**
   * Guards what has annotations of {@code jakarta.annotation.security} on operations. All classes
   * are looked at, because containers do not find those that only a superclass has.
   *
   * @param type any class
   */
  @Enhancement(types = Object.class, withSubtypes = true, withAnnotations = Annotation.class)
  public void guard(ClassConfig type) {
    ClassInfo info = type.info();
    boolean operation =
        info.methods().stream()
            .flatMap(method -> method.annotations().stream())
            .anyMatch(annotation -> RoleAnnotations.countBeside(annotation.name()));
    if (operation && hasRoles(info)) {
      type.addAnnotation(Guarded.class);
    }
  }

  private static boolean hasRoles(ClassInfo info) {
    Stream<ClassInfo> classes =
        Stream.iterate(info, Objects::nonNull, ClassInfo::superClassDeclaration);
    return Stream.<DeclarationInfo>concat(classes, info.methods().stream())
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
        .withParam(CLASSES, classes.toArray(String[]::new))
        .createWith(Creator.class);
    if (PresentType.isThere(IssuerHealth.NEEDED)) {
      LiteIssuerHealth.register(components);
    }
  }

  /** Makes the bean when the application starts. */
  public static class Creator implements SyntheticBeanCreator<ScannedBeans> {

    /** {@code mcp.auth.container-login} needs CDI Full, and must not be without effect. */
    @Override
    public ScannedBeans create(Instance<Object> lookup, Parameters params) {
      if (lookup.select(McpAuthSettings.class).get().containerLogin()) {
        throw new ConfigurationException(Message.NO_MECHANISM_IN_LITE.with());
      }
      List<Class<?>> found = new ArrayList<>();
      for (String name : params.get(CLASSES, String[].class)) {
        found.add(load(name));
      }
      return new ScannedBeans(found);
    }

    private static Class<?> load(String name) {
      try {
        return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException("the class of a bean cannot be loaded: " + name, e);
      }
    }
  }
}
