// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.war;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mcpauth.AccessToken;
import org.mcpauth.Scopes;

/** Says who calls where nobody checks it. */
@ApplicationScoped
public class FixedCaller {

  /** Made by the container. */
  public FixedCaller() {}

  /**
   * The caller, whoever calls.
   *
   * @return always the same
   */
  @Produces
  AccessToken caller() {
    return new Caller();
  }

  /** Alice. */
  public static final class Caller implements AccessToken {

    private Caller() {}

    @Override
    public String issuer() {
      return "https://nobody.example.com";
    }

    @Override
    public Optional<String> subject() {
      return Optional.of("alice");
    }

    @Override
    public Optional<String> clientId() {
      return Optional.empty();
    }

    @Override
    public Set<String> audience() {
      return Set.of();
    }

    @Override
    public Scopes scopes() {
      return Scopes.none();
    }

    @Override
    public Instant expiresAt() {
      return Instant.MAX;
    }

    @Override
    public Set<String> roles() {
      return Set.of();
    }

    @Override
    public List<String> actors() {
      return List.of();
    }

    @Override
    public Optional<String> actor() {
      return Optional.empty();
    }

    @Override
    public <T> Optional<T> claim(String name, Class<T> type) {
      return Optional.empty();
    }

    @Override
    public String getName() {
      return "alice";
    }

    @Override
    public Set<String> getClaimNames() {
      return Set.of();
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public <T> @Nullable T getClaim(String name) {
      return null;
    }
  }
}
