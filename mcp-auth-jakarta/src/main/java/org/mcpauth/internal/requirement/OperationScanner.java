// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mcpauth.McpOperation;
import org.mcpauth.RequiresScope;
import org.mcpauth.internal.log.Message;
import org.mcpauth.internal.settings.ConfigurationException;
import org.mcpauth.internal.settings.McpAuthSettings;
import org.mcpauth.spi.OperationNaming;

/**
 * Finds out what the operations of an application require, from the classes of its beans and the
 * configuration. Whatever is annotated but could not be enforced is an error. Used once.
 */
public final class OperationScanner {

  private final List<OperationNaming> namings;
  private final AnnotationFaults faults = new AnnotationFaults();
  private final Declarations declarations = new Declarations(faults);

  private OperationScanner(Collection<? extends OperationNaming> namings) {
    this.namings = List.copyOf(namings);
  }

  /**
   * Scans an application.
   *
   * @param beanClasses the classes of its beans
   * @param namings who names operations that the library cannot name itself
   * @param operations what the configuration says about operations
   * @return the requirements of all operations that have one
   * @throws ConfigurationException if something is annotated that cannot be enforced; it names
   *     every fault
   */
  public static RequirementRegistry scan(
      Collection<Class<?>> beanClasses,
      Collection<? extends OperationNaming> namings,
      McpAuthSettings.Operations operations) {
    OperationScanner scanner = new OperationScanner(namings);
    beanClasses.forEach(scanner::scanClass);
    scanner.declarations.configure(operations);
    if (!scanner.faults.found().isEmpty()) {
      throw ConfigurationException.of(scanner.faults.found());
    }
    return scanner.declarations.registry(operations.defaultPolicy());
  }

  private void scanClass(Class<?> beanClass) {
    int before = faults.found().size();
    faults.ofClass(beanClass);
    boolean readable = faults.found().size() == before;
    List<Method> methods =
        BeanMethods.of(beanClass).filter(method -> !isOverridden(method, beanClass)).toList();
    boolean hasOperations = false;
    for (Method method : methods) {
      hasOperations |= scanMethod(beanClass, method, readable);
    }
    if (faults.found().size() == before) {
      SelfInvocations.faults(beanClass).forEach(faults::add);
    }
    List<Class<? extends Annotation>> guards =
        hasOperations ? GuardAnnotations.ALL : GuardAnnotations.OWN;
    InterfaceAnnotations.faults(beanClass, guards).forEach(faults::add);
    IndirectAnnotations.faults(beanClass, methods, guards).forEach(faults::add);
  }

  /** Whether it is an operation. */
  private boolean scanMethod(Class<?> beanClass, Method method, boolean readable) {
    String where = beanClass.getName() + "." + method.getName();
    int before = faults.found().size();
    faults.ofMethod(method, where);
    if (faults.found().size() > before || !readable) {
      return !ServerAnnotation.operationsOf(method).isEmpty();
    }
    Set<McpOperation> names = namesOf(method, where);
    List<Requirement> requirements = AnnotationRequirements.of(beanClass, method);
    names.forEach(declarations::know);
    if (requirements.isEmpty()) {
      return !names.isEmpty();
    }
    Optional<McpOperation> operation = names.stream().findFirst();
    if (operation.isEmpty()) {
      operation = named(beanClass, method, requirements, where);
    }
    operation.ifPresent(
        found -> {
          faults.ofOperation(beanClass, method, where);
          declarations.declare(found, requirements, where);
        });
    return operation.isPresent();
  }

  /** Where several sources name a method, the server knows it by a name that is not guarded. */
  private Set<McpOperation> namesOf(Method method, String where) {
    Set<McpOperation> found = new LinkedHashSet<>(ServerAnnotation.operationsOf(method));
    AnnotationFaults.names(Optional.ofNullable(method.getAnnotation(RequiresScope.class)))
        .forEach(found::add);
    if (found.size() > 1) {
      faults.add(Message.NAMES_DIFFER.with(where, found));
    }
    return found;
  }

  private Optional<McpOperation> named(
      Class<?> beanClass, Method method, List<Requirement> requirements, String where) {
    Optional<McpOperation> named =
        namings.stream().flatMap(naming -> naming.operationOf(method).stream()).findFirst();
    boolean guarded = !requirements.stream().allMatch(Requirement.Anonymous.class::isInstance);
    if (named.isPresent() && guarded && !GuardAnnotations.isOwnApplied(beanClass, method)) {
      // Extensions see annotations and no beans: only with one of ours is there an interceptor.
      String type =
          GuardAnnotations.first(GuardAnnotations.ALL, method)
              .map(Class::getSimpleName)
              .orElse("RolesAllowed");
      faults.add(Message.ROLES_NOT_GUARDED.with(where, type));
    }
    return named;
  }

  private boolean isOverridden(Method method, Class<?> beanClass) {
    if (method.isDefault()) {
      return false;
    }
    for (Class<?> c = beanClass; c != method.getDeclaringClass(); c = c.getSuperclass()) {
      Optional<Method> override = Overrides.of(method, c);
      if (override.isPresent()) {
        checkAnnotationsRepeated(method, override.get());
        return true;
      }
    }
    return false;
  }

  /** Java does not inherit a method's annotations: without them its protection would be lost. */
  private void checkAnnotationsRepeated(Method method, Method override) {
    GuardAnnotations.OWN.forEach(type -> checkRepeated(List.of(type), method, override));
    boolean operation =
        Stream.of(method, override).anyMatch(m -> !ServerAnnotation.operationsOf(m).isEmpty());
    if (operation) {
      checkRepeated(RoleAnnotations.ALL, method, override);
    }
  }

  private void checkRepeated(
      List<Class<? extends Annotation>> types, Method method, Method override) {
    GuardAnnotations.first(types, method)
        .filter(type -> GuardAnnotations.first(types, override).isEmpty())
        .ifPresent(
            type ->
                faults.add(
                    Message.OVERRIDE_NOT_ANNOTATED.with(override, method, type.getSimpleName())));
  }
}
