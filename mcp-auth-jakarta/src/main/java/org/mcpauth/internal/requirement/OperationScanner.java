// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mcpauth.McpOperation;
import org.mcpauth.McpOperation.Kind;
import org.mcpauth.RequiresScope;
import org.mcpauth.Scopes;
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
  private final Map<McpOperation, Requirement> requirements = new LinkedHashMap<>();
  private final Map<McpOperation, String> declaredBy = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  private OperationScanner(Collection<? extends OperationNaming> namings) {
    this.namings = List.copyOf(namings);
  }

  /**
   * Scans an application.
   *
   * @param beanClasses the classes of its beans
   * @param namings who names operations that the library cannot name itself
   * @param anonymous which operations need no token
   * @return the requirements of all operations that have one
   * @throws ConfigurationException if something is annotated that cannot be enforced; it names
   *     every fault
   */
  public static RequirementRegistry scan(
      Collection<Class<?>> beanClasses,
      Collection<? extends OperationNaming> namings,
      McpAuthSettings.Anonymous anonymous) {
    OperationScanner scanner = new OperationScanner(namings);
    beanClasses.forEach(scanner::scanClass);
    scanner.open(Kind.TOOL, anonymous.tools());
    scanner.open(Kind.PROMPT, anonymous.prompts());
    scanner.open(Kind.RESOURCE, anonymous.resources());
    scanner.open(Kind.METHOD, anonymous.methods());
    if (!scanner.problems.isEmpty()) {
      throw ConfigurationException.of(scanner.problems);
    }
    return new RequirementRegistry(scanner.requirements);
  }

  private void scanClass(Class<?> beanClass) {
    Optional.ofNullable(beanClass.getAnnotation(RequiresScope.class))
        .ifPresent(annotation -> checkClassAnnotation(beanClass, annotation));
    InterfaceAnnotations.of(beanClass)
        .forEach(where -> problems.add(Message.ON_INTERFACE.with(where)));
    for (Class<?> c = beanClass; c != null && c != Object.class; c = c.getSuperclass()) {
      for (Method method : c.getDeclaredMethods()) {
        if (!method.isSynthetic() && !isOverridden(method, beanClass)) {
          scanMethod(beanClass, method);
        }
      }
    }
  }

  private void checkClassAnnotation(Class<?> beanClass, RequiresScope annotation) {
    checkScopes(annotation, beanClass.getName());
    if (names(annotation).findAny().isPresent()) {
      problems.add(Message.NAME_ON_CLASS.with(beanClass.getName()));
    }
  }

  private void scanMethod(Class<?> beanClass, Method method) {
    String where = beanClass.getName() + "." + method.getName();
    Optional<RequiresScope> own = Optional.ofNullable(method.getAnnotation(RequiresScope.class));
    if (own.isPresent() && !isEnforceable(own.get(), method, where)) {
      return;
    }
    Optional<RequiresScope> annotation = AnnotationRequirements.annotation(beanClass, method);
    if (annotation.isPresent() && scopesAreValid(annotation.get())) {
      Optional<McpOperation> operation = operationOf(own, method, where);
      if (operation.isPresent() && (own.isPresent() || isInterceptable(method, where))) {
        AnnotationRequirements.of(beanClass, method)
            .ifPresent(requirement -> declare(operation.get(), requirement, where));
      }
    }
  }

  private boolean isEnforceable(RequiresScope annotation, Method method, String where) {
    boolean interceptable = isInterceptable(method, where);
    int before = problems.size();
    checkScopes(annotation, where);
    if (names(annotation).count() > 1) {
      problems.add(Message.SEVERAL_NAMES.with(where));
    }
    return interceptable && problems.size() == before;
  }

  private boolean isInterceptable(Method method, String where) {
    List<String> obstacles =
        Stream.of(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .filter(modifier -> (method.getModifiers() & modifier) != 0)
            .map(Modifier::toString)
            .toList();
    obstacles.forEach(word -> problems.add(Message.METHOD_NOT_INTERCEPTABLE.with(where, word)));
    return obstacles.isEmpty();
  }

  private void checkScopes(RequiresScope annotation, String where) {
    Stream.of(annotation.value())
        .filter(scope -> !Scopes.isScopeToken(scope))
        .forEach(scope -> problems.add(Message.SCOPE_INVALID.with(where, scope)));
  }

  private static boolean scopesAreValid(RequiresScope annotation) {
    return Stream.of(annotation.value()).allMatch(Scopes::isScopeToken);
  }

  private static Stream<McpOperation> names(RequiresScope annotation) {
    return Stream.of(
            named(Kind.TOOL, annotation.tool()),
            named(Kind.PROMPT, annotation.prompt()),
            named(Kind.RESOURCE, annotation.resource()))
        .flatMap(Optional::stream);
  }

  private static Optional<McpOperation> named(Kind kind, String name) {
    return name.isEmpty() ? Optional.empty() : Optional.of(new McpOperation(kind, name));
  }

  /** Where several sources name a method, the server knows it by a name that is not guarded. */
  private Optional<McpOperation> operationOf(
      Optional<RequiresScope> own, Method method, String where) {
    Set<McpOperation> found = new LinkedHashSet<>(ServerAnnotation.operationsOf(method));
    own.stream().flatMap(OperationScanner::names).forEach(found::add);
    if (found.size() > 1) {
      problems.add(Message.NAMES_DIFFER.with(where, found));
    }
    return found.stream()
        .findFirst()
        .or(() -> namings.stream().flatMap(n -> n.operationOf(method).stream()).findFirst());
  }

  private void declare(McpOperation operation, Requirement requirement, String where) {
    Requirement former = requirements.putIfAbsent(operation, requirement);
    String formerly = declaredBy.putIfAbsent(operation, where);
    if (former != null && !former.equals(requirement)) {
      problems.add(Message.OPERATION_TWICE.with(operation, formerly, where));
    }
  }

  private void open(Kind kind, Set<String> names) {
    for (String name : names) {
      McpOperation operation = new McpOperation(kind, name);
      if (requirements.putIfAbsent(operation, new Requirement.Anonymous()) != null) {
        String where = declaredBy.getOrDefault(operation, "an annotation");
        problems.add(Message.ANONYMOUS_AND_SCOPED.with(operation, where));
      }
    }
  }

  private boolean isOverridden(Method method, Class<?> beanClass) {
    for (Class<?> c = beanClass; c != method.getDeclaringClass(); c = c.getSuperclass()) {
      Optional<Method> override = Overrides.of(method, c);
      if (override.isPresent()) {
        checkAnnotationRepeated(method, override.get());
        return true;
      }
    }
    return false;
  }

  /** Java does not inherit a method's annotations: without them its protection would be lost. */
  private void checkAnnotationRepeated(Method method, Method override) {
    if (method.isAnnotationPresent(RequiresScope.class)
        && !override.isAnnotationPresent(RequiresScope.class)) {
      problems.add(Message.OVERRIDE_NOT_ANNOTATED.with(override, method));
    }
  }
}
