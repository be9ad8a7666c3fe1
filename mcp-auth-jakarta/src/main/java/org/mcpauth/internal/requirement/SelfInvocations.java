// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mcpauth.internal.log.Message;

/**
 * Finds methods of a bean that call guarded methods of the same object: no interceptor sees such
 * calls, so that what the called method requires would not be asked for.
 */
final class SelfInvocations {

  private final Class<?> beanClass;

  private SelfInvocations(Class<?> beanClass) {
    this.beanClass = beanClass;
  }

  /**
   * What is called past the interceptor.
   *
   * @param beanClass the class of a bean
   * @return a fault for each such call; none if the class injects itself, since then the calls go
   *     through the container
   */
  static List<String> faults(Class<?> beanClass) {
    return new SelfInvocations(beanClass).find();
  }

  private List<String> find() {
    Map<String, Method> methods = new LinkedHashMap<>();
    Stream.of(beanClass.getDeclaredMethods()).forEach(m -> methods.put(m.getName() + type(m), m));
    if (methods.values().stream().allMatch(m -> required(m).isEmpty()) || isInjectedIntoItself()) {
      return List.of();
    }
    return ClassFile.calls(beanClass).stream()
        .filter(call -> isPastRequirements(methods.get(call.caller()), methods.get(call.callee())))
        .map(call -> fault(call, methods))
        .toList();
  }

  /** What the caller requires as well was asked for when it was called itself. */
  private boolean isPastRequirements(@Nullable Method caller, @Nullable Method callee) {
    if (callee == null) {
      return false;
    }
    List<Requirement> held = caller == null ? List.of() : required(caller);
    return !held.containsAll(required(callee));
  }

  private List<Requirement> required(Method method) {
    return AnnotationRequirements.of(beanClass, method);
  }

  private String fault(ClassFile.Call call, Map<String, Method> methods) {
    Method callee = methods.get(call.callee());
    String caller = call.caller().substring(0, call.caller().indexOf('('));
    return Message.SELF_INVOKED.with(
        beanClass.getName() + "." + caller, callee == null ? "" : callee.getName());
  }

  private boolean isInjectedIntoItself() {
    Stream<String> fields = Stream.of(beanClass.getDeclaredFields()).map(Field::toGenericString);
    Stream<String> parameters =
        Stream.of(beanClass.getDeclaredConstructors()).map(Constructor::toGenericString);
    return fields.anyMatch(this::isOfThisType)
        || parameters.map(text -> text.substring(text.indexOf('('))).anyMatch(this::isOfThisType);
  }

  /** The type itself, or as the argument of {@code Instance} or {@code Provider}. */
  private boolean isOfThisType(String declaration) {
    return Stream.of(declaration.split("[ <>(),]")).anyMatch(beanClass.getTypeName()::equals);
  }

  private static String type(Method method) {
    return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
        .toMethodDescriptorString();
  }
}
