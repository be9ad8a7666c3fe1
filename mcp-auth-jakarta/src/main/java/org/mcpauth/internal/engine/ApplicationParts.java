// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import java.util.List;
import java.util.Optional;
import org.mcpauth.spi.MetadataContributor;
import org.mcpauth.spi.OperationNaming;
import org.mcpauth.spi.RequirementProvider;
import org.mcpauth.spi.ScopeHierarchy;
import org.mcpauth.spi.TokenVerifier;

/**
 * What the application contributes: its beans, and its implementations of the SPI.
 *
 * @param beanClasses the classes of its beans
 * @param verifiers its token verifiers, in the order in which they are asked
 * @param hierarchies its scope hierarchies
 * @param requirementProviders its requirement providers
 * @param namings its operation namings
 * @param contributors its metadata contributors
 * @param container the MicroProfile JWT of the server
 */
public record ApplicationParts(
    List<Class<?>> beanClasses,
    List<TokenVerifier> verifiers,
    List<ScopeHierarchy> hierarchies,
    List<RequirementProvider> requirementProviders,
    List<OperationNaming> namings,
    List<MetadataContributor> contributors,
    ContainerTokens container) {

  /** Copies the lists. */
  public ApplicationParts {
    beanClasses = List.copyOf(beanClasses);
    verifiers = List.copyOf(verifiers);
    hierarchies = List.copyOf(hierarchies);
    requirementProviders = List.copyOf(requirementProviders);
    namings = List.copyOf(namings);
    contributors = List.copyOf(contributors);
  }

  /**
   * An application that has beans but no implementation of the SPI.
   *
   * @param beanClasses the classes of its beans
   * @return its parts
   */
  public static ApplicationParts ofBeans(List<Class<?>> beanClasses) {
    return new ApplicationParts(
        beanClasses,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        issuer -> Optional.empty());
  }
}
