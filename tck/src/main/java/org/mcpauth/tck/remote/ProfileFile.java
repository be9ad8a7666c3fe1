// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.remote;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mcpauth.tck.Revision;
import org.mcpauth.tck.clause.ClauseCatalogue;
import org.mcpauth.tck.server.Feature;
import org.mcpauth.tck.server.Profile;
import org.mcpauth.tck.server.Profile.Exclusion;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A profile from a YAML file, which may have nothing that the TCK does not know.
 *
 * @param profile the profile
 * @param revisions those that the server speaks
 */
record ProfileFile(Profile profile, Set<Revision> revisions) {

  static final ProfileFile STANDARD =
      new ProfileFile(Profile.STANDARD, EnumSet.allOf(Revision.class));

  ProfileFile {
    revisions = Set.copyOf(revisions);
  }

  static ProfileFile read(Path path) throws UnusableException {
    try {
      return parse(Files.readString(path));
    } catch (IOException e) {
      throw new UnusableException("the profile " + path + " cannot be read");
    } catch (YamlEngineException | IllegalArgumentException e) {
      throw new UnusableException(
          "the profile " + path + ": " + String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
    }
  }

  /** Throws IllegalArgumentException for what it does not know. */
  static ProfileFile parse(String yaml) {
    Object document = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    Map<String, Object> members =
        members("it", document, Set.of("name", "revisions", "exclusions", "features"));
    Set<Revision> revisions = revisions(members, EnumSet.allOf(Revision.class));
    List<Exclusion> exclusions = new ArrayList<>();
    for (Object entry : list(members.getOrDefault("exclusions", List.of()), "exclusions")) {
      exclusions.add(exclusion(entry, revisions));
    }
    return new ProfileFile(
        new Profile(text(members, "name"), exclusions, features(members)), revisions);
  }

  private static Map<Feature, URI> features(Map<String, Object> members) {
    Map<Feature, URI> features = new EnumMap<>(Feature.class);
    if (members.get("features") instanceof Map<?, ?> map) {
      map.forEach(
          (name, url) ->
              features.put(
                  Feature.of(String.valueOf(name)), URI.create(String.valueOf(url).strip())));
    } else if (members.containsKey("features")) {
      throw new IllegalArgumentException("features must be an object");
    }
    return features;
  }

  private static Exclusion exclusion(Object entry, Set<Revision> spoken) {
    Map<String, Object> members =
        members("an exclusion", entry, Set.of("assertion", "revisions", "reason"));
    String assertion = text(members, "assertion");
    Set<Revision> known = EnumSet.noneOf(Revision.class);
    known.addAll(ClauseCatalogue.standard().revisionsOf(assertion));
    if (known.isEmpty()) {
      throw new IllegalArgumentException("there is no assertion " + assertion);
    }
    Set<Revision> revisions = revisions(members, known);
    if (!known.containsAll(revisions)) {
      throw new IllegalArgumentException(assertion + " is only for " + known);
    }
    revisions.retainAll(spoken);
    return new Exclusion(assertion, revisions, text(members, "reason").strip());
  }

  private static Set<Revision> revisions(Map<String, Object> members, Set<Revision> otherwise) {
    if (!members.containsKey("revisions")) {
      return EnumSet.copyOf(otherwise);
    }
    Set<Revision> revisions = EnumSet.noneOf(Revision.class);
    for (Object date : list(members.get("revisions"), "revisions")) {
      revisions.add(Revision.of(String.valueOf(date)));
    }
    if (revisions.isEmpty()) {
      throw new IllegalArgumentException("revisions must not be empty");
    }
    return revisions;
  }

  private static Map<String, Object> members(String what, Object value, Set<String> known) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException(what + " must be an object");
    }
    Map<String, Object> members = new LinkedHashMap<>();
    map.forEach((name, member) -> members.put(String.valueOf(name), member));
    Set<String> unknown = new TreeSet<>(members.keySet());
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(what + " has unknown members " + unknown);
    }
    return members;
  }

  private static List<?> list(Object value, String name) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException(name + " must be a list");
  }

  private static String text(Map<String, Object> members, String name) {
    if (members.get(name) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw new IllegalArgumentException("the text " + name + " is missing");
  }
}
