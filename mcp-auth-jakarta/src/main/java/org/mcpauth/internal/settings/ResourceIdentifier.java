// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.settings;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mcpauth.TokenExchange;

/**
 * The values of {@code aud} that mean this resource (RFC 8707 §2, RFC 9068 §4).
 *
 * <p>Compared code point by code point (RFC 9728 §6), but for one trailing slash: clients in use
 * add it to, or drop it from, the {@code resource} that they ask a token for.
 */
public final class ResourceIdentifier {

  private final Set<String> accepted;

  /**
   * Accepts the given audience values.
   *
   * @param audiences the resource identifier, or what else marks tokens for this resource
   */
  public ResourceIdentifier(Set<String> audiences) {
    this.accepted =
        audiences.stream()
            .map(ResourceIdentifier::withoutTrailingSlash)
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Tells whether a token's audience contains this resource.
   *
   * @param audience the values of the claim {@code aud}
   * @return true if at least one of them means this resource
   */
  public boolean isIn(Collection<String> audience) {
    for (String value : audience) {
      if (accepted.contains(withoutTrailingSlash(value))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Accepts what means any of several resources: their identifiers, and their audience values.
   *
   * @param resources the resources
   * @return all of them in one
   */
  public static ResourceIdentifier ofAll(List<ResourceSettings> resources) {
    return new ResourceIdentifier(
        resources.stream()
            .flatMap(
                resource ->
                    Stream.concat(
                        Stream.of(resource.resource().toString()),
                        resource.issuers().stream().flatMap(i -> i.audiences().stream())))
            .collect(Collectors.toSet()));
  }

  /**
   * Tells whether a token for a target would be one for this resource.
   *
   * @param target what a token is asked for
   * @return true if its resource or its audience means this resource
   */
  public boolean isMeantBy(TokenExchange.Target target) {
    return isIn(
        Stream.concat(target.resource().map(URI::toString).stream(), target.audience().stream())
            .toList());
  }

  private static String withoutTrailingSlash(String value) {
    return value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
  }
}
