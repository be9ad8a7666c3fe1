// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessProducerMethod;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Member;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mcpauth.TokenClaim;
import org.mcpauth.internal.engine.AuthorizationEngine;
import org.mcpauth.internal.requirement.RoleAnnotations;
import org.mcpauth.internal.settings.ConfigurationException;

/**
 * CDI Full: notes the classes of all beans, and stops the deployment if the engine cannot be made
 * of them and the configuration.
 */
public class McpAuthPortableExtension implements Extension {

  private final Set<Class<?>> classes = ConcurrentHashMap.newKeySet();
  private Optional<Bean<?>> engineBean = Optional.empty();
  private volatile @Nullable AuthorizationEngine engine;

  /**
   * What else these annotations stand on is the container's. All types are looked at, because
   * containers do not find those that only a superclass has, if they are asked for them.
   */
  <T> void guard(@Observes ProcessAnnotatedType<T> event) {
    if (RoleAnnotations.areOnBeanWithOperations(event.getAnnotatedType().getJavaClass())) {
      event.configureAnnotatedType().add(Guarded.Literal.INSTANCE);
    }
  }

  void collect(@Observes ProcessManagedBean<?> event) {
    classes.add(event.getBean().getBeanClass());
  }

  /** Before the container looks for what is injected: it would say less about a wrong type. */
  void check(@Observes ProcessInjectionPoint<?, ?> event) {
    InjectionPoint point = event.getInjectionPoint();
    for (Annotation qualifier : point.getQualifiers()) {
      if (qualifier instanceof TokenClaim claim) {
        Bean<?> bean = point.getBean();
        new ClaimInjectionPoint(
                place(point.getMember()),
                claim.value(),
                point.getType().getTypeName(),
                bean != null && bean.getScope() == RequestScoped.class)
            .fault()
            .ifPresent(fault -> event.addDefinitionError(new ConfigurationException(fault)));
      }
    }
  }

  private static String place(Member member) {
    String type = member.getDeclaringClass().getName();
    return member instanceof Constructor ? type : type + "." + member.getName();
  }

  void register(@Observes AfterBeanDiscovery event) {
    event
        .<ScannedBeans>addBean()
        .types(ScannedBeans.class)
        .scope(Singleton.class)
        .produceWith(instance -> new ScannedBeans(List.copyOf(classes)));
    if (PresentType.isThere(IssuerHealth.NEEDED)) {
      PortableIssuerHealth.register(event, this::engine);
    }
  }

  void remember(@Observes ProcessProducerMethod<AuthorizationEngine, EngineProducer> event) {
    engineBean = Optional.of(event.getBean());
  }

  /** Not looked up: who asks for the health of an application is on any thread. */
  private AuthorizationEngine engine() {
    AuthorizationEngine made = engine;
    if (made == null) {
      throw new IllegalStateException("the application has not been deployed");
    }
    return made;
  }

  void validate(@Observes AfterDeploymentValidation event, BeanManager beans) {
    Bean<?> bean =
        engineBean.orElseThrow(() -> new IllegalStateException("EngineProducer is not a bean"));
    try {
      // Not lazily: whatever is wrong has to come to light now. A pseudo-scope has no proxy. The
      // bean
      // is not looked up, since an extension's bean manager does not see every archive everywhere.
      engine =
          (AuthorizationEngine)
              beans.getReference(
                  bean, AuthorizationEngine.class, beans.createCreationalContext(bean));
    } catch (ConfigurationException e) {
      event.addDeploymentProblem(e);
    }
  }
}
