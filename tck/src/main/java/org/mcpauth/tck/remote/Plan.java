// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.remote;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.mcpauth.tck.Revision;
import org.mcpauth.tck.server.Profile;

/**
 * What is to be measured.
 *
 * @param profile what the server is excused from
 * @param revisions these
 * @param levels these; all if there are none
 * @param runtime the name of the server in reports
 * @param reports where reports go
 * @param mustOnly whether only a MUST counts
 */
record Plan(
    Profile profile,
    Set<Revision> revisions,
    List<String> levels,
    String runtime,
    Path reports,
    boolean mustOnly) {

  Plan {
    revisions = Set.copyOf(revisions);
    levels = List.copyOf(levels);
  }
}
