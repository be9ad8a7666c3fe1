// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;
import org.mcpauth.internal.engine.AuthorizationEngine;

/** CDI Lite: makes a bean of the readiness check. */
public final class LiteIssuerHealth implements SyntheticBeanCreator<HealthCheck> {

  /** Made by the container. */
  public LiteIssuerHealth() {}

  static void register(SyntheticComponents components) {
    components
        .addBean(HealthCheck.class)
        .type(HealthCheck.class)
        .qualifier(Readiness.class)
        .scope(Singleton.class)
        .createWith(LiteIssuerHealth.class);
  }

  @Override
  public HealthCheck create(Instance<Object> lookup, Parameters params) {
    return IssuerHealth.of(lookup.select(AuthorizationEngine.class)::get);
  }
}
