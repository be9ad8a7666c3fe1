// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mcpauth.McpOperation;
import org.mcpauth.McpOperation.Kind;
import org.mcpauth.RequiresAuthentication;
import org.mcpauth.RequiresScope;
import org.mcpauth.Scopes;
import org.mcpauth.internal.log.Message;

/** Finds out what is wrong with annotations that guard. Used once. */
final class AnnotationFaults {

  private final List<String> found = new ArrayList<>();

  List<String> found() {
    return found;
  }

  void add(String fault) {
    found.add(fault);
  }

  /** What is wrong with the annotations on a class itself. */
  void ofClass(Class<?> beanClass) {
    ofValues(beanClass, beanClass.getName());
    if (names(Optional.ofNullable(beanClass.getAnnotation(RequiresScope.class))).count() > 0) {
      found.add(Message.NAME_ON_CLASS.with(beanClass.getName()));
    }
  }

  /** What is wrong with the annotations of this library on a method itself. */
  void ofMethod(Method method, String where) {
    GuardAnnotations.first(GuardAnnotations.OWN, method)
        .ifPresent(type -> ofModifiers(type, method, where));
    ofValues(method, where);
    if (names(Optional.ofNullable(method.getAnnotation(RequiresScope.class))).count() > 1) {
      found.add(Message.SEVERAL_NAMES.with(where));
    }
  }

  /** What is wrong with what applies to an operation. */
  void ofOperation(Class<?> beanClass, Method method, String where) {
    if (GuardAnnotations.first(GuardAnnotations.OWN, method).isEmpty()) {
      GuardAnnotations.first(GuardAnnotations.ALL, method)
          .or(() -> GuardAnnotations.first(GuardAnnotations.ALL, beanClass))
          .or(() -> GuardAnnotations.first(GuardAnnotations.ALL, method.getDeclaringClass()))
          .ifPresent(type -> ofModifiers(type, method, where));
    }
    for (AnnotatedElement element : List.of(method, method.getDeclaringClass(), beanClass)) {
      if (RoleAnnotations.count(element) > 1) {
        String text = element == method ? where : ((Class<?>) element).getName();
        found.add(Message.ROLES_CONTRADICT.with(text));
      }
    }
    List<Requirement> all = AnnotationRequirements.of(beanClass, method);
    List<Requirement> others =
        all.stream().filter(one -> !(one instanceof Requirement.Anonymous)).toList();
    if (!others.isEmpty() && others.size() < all.size()) {
      found.add(Message.PERMIT_ALL_AND_MORE.with(where, others.get(0).text()));
    }
  }

  private void ofModifiers(Class<? extends Annotation> type, Method method, String where) {
    Stream.of(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .filter(modifier -> (method.getModifiers() & modifier) != 0)
        .map(Modifier::toString)
        .forEach(
            word ->
                found.add(
                    Message.METHOD_NOT_INTERCEPTABLE.with(type.getSimpleName(), where, word)));
  }

  private void ofValues(AnnotatedElement element, String where) {
    RequiresScope scope = element.getAnnotation(RequiresScope.class);
    if (scope != null) {
      Stream.of(scope.value())
          .filter(value -> !Scopes.isScopeToken(value))
          .forEach(value -> found.add(Message.SCOPE_INVALID.with(where, value)));
    }
    RequiresAuthentication authentication = element.getAnnotation(RequiresAuthentication.class);
    if (authentication != null) {
      // acr_values parts them by spaces in a quoted string, as scope does: the same characters.
      Stream.of(authentication.acr())
          .filter(value -> !Scopes.isScopeToken(value))
          .forEach(value -> found.add(Message.ACR_INVALID.with(where, value)));
      if (authentication.maxAge() < RequiresAuthentication.ANY_AGE) {
        found.add(Message.MAX_AGE_INVALID.with(where, authentication.maxAge()));
      }
    }
  }

  /** The operations that an annotation names. */
  static Stream<McpOperation> names(Optional<RequiresScope> annotation) {
    return annotation.stream()
        .flatMap(
            scope ->
                Stream.of(
                    named(Kind.TOOL, scope.tool()),
                    named(Kind.PROMPT, scope.prompt()),
                    named(Kind.RESOURCE, scope.resource())))
        .flatMap(Optional::stream);
  }

  private static Optional<McpOperation> named(Kind kind, String name) {
    return name.isEmpty() ? Optional.empty() : Optional.of(new McpOperation(kind, name));
  }
}
