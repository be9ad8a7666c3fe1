// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.enterprise.inject.Vetoed;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;
import org.mcpauth.internal.engine.AuthorizationEngine;

/**
 * CDI Full: makes a bean of the readiness check. It is no bean itself; it has the annotation
 * because Payara has no health for applications without a class that has it.
 */
@Readiness
@Vetoed
final class PortableIssuerHealth {

  private PortableIssuerHealth() {}

  static void register(AfterBeanDiscovery event, Supplier<AuthorizationEngine> engine) {
    event
        .<HealthCheck>addBean()
        .types(HealthCheck.class)
        .qualifiers(Readiness.Literal.INSTANCE)
        .scope(Singleton.class)
        .produceWith(instance -> IssuerHealth.of(engine));
  }
}
