// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.clause;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.mcpauth.tck.Revision;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The clauses of every revision, from {@code clauses/*.yaml} beside this class. Immutable. */
public final class ClauseCatalogue {

  private static final ClauseCatalogue STANDARD = load();

  private final Map<Revision, List<Clause>> clauses;

  private ClauseCatalogue(Map<Revision, List<Clause>> clauses) {
    this.clauses = clauses;
  }

  /**
   * What the TCK is made of.
   *
   * @return the catalogue
   */
  public static ClauseCatalogue standard() {
    return STANDARD;
  }

  /**
   * The clauses of a revision.
   *
   * @param revision the revision
   * @return in the order of the file
   */
  public List<Clause> of(Revision revision) {
    return clauses.getOrDefault(revision, List.of());
  }

  /**
   * The clauses of a revision that an assertion checks.
   *
   * @param revision the revision
   * @param assertion the id of the assertion
   * @return none if the assertion has no meaning in that revision
   */
  public List<Clause> checkedBy(Revision revision, String assertion) {
    return of(revision).stream().filter(clause -> clause.isCheckedBy(assertion)).toList();
  }

  /**
   * The revisions that an assertion is for.
   *
   * @param assertion its id
   * @return oldest first
   */
  public List<Revision> revisionsOf(String assertion) {
    return Arrays.stream(Revision.values())
        .filter(revision -> !checkedBy(revision, assertion).isEmpty())
        .toList();
  }

  private static ClauseCatalogue load() {
    Map<Revision, List<Clause>> clauses = new EnumMap<>(Revision.class);
    for (Revision revision : Revision.values()) {
      clauses.put(revision, load("/org/mcpauth/tck/clauses/" + revision.date() + ".yaml"));
    }
    return new ClauseCatalogue(clauses);
  }

  private static List<Clause> load(String file) {
    try (InputStream stream = ClauseCatalogue.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("there is no " + file);
      }
      Object document = new Load(LoadSettings.builder().build()).loadFromInputStream(stream);
      return read(file, document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Clause> read(String file, Object document) {
    if (!(document instanceof Map<?, ?> root) || !(root.get("clauses") instanceof List<?> list)) {
      throw new IllegalStateException(file + ": needs a list of clauses");
    }
    ClauseReader reader = new ClauseReader(file);
    List<Clause> clauses = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    list.stream().flatMap(Stream::ofNullable).map(reader::read).forEach(clauses::add);
    for (Clause clause : clauses) {
      if (!ids.add(clause.id())) {
        throw new IllegalStateException(file + ": the clause " + clause.id() + " is there twice");
      }
    }
    return List.copyOf(clauses);
  }
}
