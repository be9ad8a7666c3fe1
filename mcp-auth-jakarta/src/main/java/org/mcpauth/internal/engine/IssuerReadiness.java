// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.mcpauth.internal.issuer.IssuerMetadata;
import org.mcpauth.internal.issuer.Issuers;
import org.mcpauth.internal.issuer.KeySource;
import org.mcpauth.internal.settings.IssuerSettings;
import org.mcpauth.internal.settings.IssuerSettings.Verification;
import org.mcpauth.internal.settings.ResourceSettings;

/**
 * Tells whether tokens could be verified now, without waiting for an authorization server. Whoever
 * asks sends no request: what is not known is fetched in the background, or an application that
 * gets no requests as long as it is not ready would never be. Thread-safe.
 */
public final class IssuerReadiness {

  /** What is known of an authorization server. */
  public enum State {
    /** All that is needed. */
    KNOWN,
    /** Not where its endpoints or keys are. */
    METADATA_UNKNOWN,
    /** Not its keys. */
    KEYS_UNKNOWN,
    /** It publishes nothing that is needed. */
    NOT_NEEDED;

    /**
     * Tells whether a token of this issuer need not wait.
     *
     * @return false if it would have to
     */
    public boolean isReady() {
      return this == KNOWN || this == NOT_NEEDED;
    }
  }

  private final List<Watched> watched;

  private record Watched(String issuer, Supplier<State> state) {}

  private IssuerReadiness(List<Watched> watched) {
    this.watched = watched;
  }

  /** Of no authorization server. */
  static IssuerReadiness none() {
    return new IssuerReadiness(List.of());
  }

  /**
   * Of every authorization server of an application.
   *
   * @param beans whether beans of the application verify tokens: then an issuer may publish nothing
   */
  static IssuerReadiness of(List<ResourceSettings> resources, Issuers issuers, boolean beans) {
    return new IssuerReadiness(
        resources.stream()
            .flatMap(resource -> resource.issuers().stream())
            .distinct()
            .map(issuer -> new Watched(issuer.issuer(), () -> state(issuer, issuers, beans)))
            .toList());
  }

  /**
   * What is known of each authorization server.
   *
   * @return the states by issuer identifier, in the order of the configuration
   */
  public Map<String, State> states() {
    Map<String, State> states = new LinkedHashMap<>();
    for (Watched one : watched) {
      // Of one that is configured differently for two resources, what is not ready counts.
      states.merge(one.issuer(), one.state().get(), (a, b) -> a.isReady() ? b : a);
    }
    return states;
  }

  private static State state(IssuerSettings issuer, Issuers issuers, boolean beans) {
    if (issuer.verification() == Verification.JWT) {
      return keys(issuer, issuers, beans);
    }
    if (issuer.verification() != Verification.INTROSPECTION) {
      return State.NOT_NEEDED; // its endpoint is configured, or somebody else's business
    }
    State endpoint =
        issuer.introspection().endpoint().isPresent()
            ? State.NOT_NEEDED
            : metadata(issuers.metadata(issuer.issuer()));
    return endpoint.isReady() && issuer.introspection().signed()
        ? keys(issuer, issuers, false)
        : endpoint;
  }

  private static State metadata(IssuerMetadata metadata) {
    metadata.keepFresh();
    return metadata.known().isPresent() ? State.KNOWN : State.METADATA_UNKNOWN;
  }

  private static State keys(IssuerSettings issuer, Issuers issuers, boolean beans) {
    KeySource keys = issuers.keys(issuer);
    if (beans) {
      return keys.isReady() ? State.KNOWN : State.NOT_NEEDED;
    }
    keys.keepFresh();
    if (keys.isReady()) {
      return State.KNOWN;
    }
    boolean located =
        issuer.keys().jwksUri() != null || issuers.metadata(issuer.issuer()).known().isPresent();
    return located ? State.KEYS_UNKNOWN : State.METADATA_UNKNOWN;
  }
}
