// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.server;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mcpauth.tck.Revision;

/**
 * What a server is measured by, and what it is excused from.
 *
 * @param name for reports, such as {@code servlet}
 * @param exclusions what it is excused from
 * @param features the endpoints of what it has on top
 */
public record Profile(String name, List<Exclusion> exclusions, Map<Feature, URI> features) {

  /** Everything. */
  public static final Profile STANDARD = new Profile("standard", List.of());

  /** Copies the list and the map. */
  public Profile {
    exclusions = List.copyOf(exclusions);
    features = Map.copyOf(features);
  }

  /**
   * A profile of a server that has nothing on top.
   *
   * @param name for reports
   * @param exclusions what it is excused from
   */
  public Profile(String name, List<Exclusion> exclusions) {
    this(name, exclusions, Map.of());
  }

  /**
   * Something that a server is excused from. The assertion runs nevertheless: an exclusion that is
   * no longer needed is a failure.
   *
   * @param assertion the id of an assertion
   * @param revisions for these
   * @param reason why, with a link to where it is followed up if there is one
   */
  public record Exclusion(String assertion, Set<Revision> revisions, String reason) {

    /** Copies the set. */
    public Exclusion {
      revisions = Set.copyOf(revisions);
    }
  }

  /**
   * Finds out whether a server is excused.
   *
   * @param assertion the id of an assertion
   * @param revision the revision in which it runs
   * @return the exclusion; empty if there is none
   */
  public Optional<Exclusion> exclusion(String assertion, Revision revision) {
    return exclusions.stream()
        .filter(e -> e.assertion().equals(assertion) && e.revisions().contains(revision))
        .findFirst();
  }
}
