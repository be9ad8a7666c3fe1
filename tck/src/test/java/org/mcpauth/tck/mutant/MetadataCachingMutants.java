// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.CachingRules;
import org.mcpauth.tck.reference.MetadataRules;

/** What must be caught of servers that make clients get the metadata too often, or too rarely. */
final class MetadataCachingMutants {

  private static final String CACHED = "metadata-may-be-cached";
  private static final String REVALIDATED = "metadata-is-revalidated";

  private MetadataCachingMutants() {}

  static List<Mutant> all() {
    return List.of(
        lasting("does not say for how long it is good", Optional.empty()),
        lasting("forbids to keep it", Optional.of("no-store, max-age=3600")),
        lasting("lets nobody but the client keep it", Optional.of("private, max-age=3600")),
        lasting("is good for no time", Optional.of("max-age=0")),
        lasting("is good for a word", Optional.of("max-age=hour")),
        lasting("is good for two times", Optional.of("max-age=60, max-age=3600")),
        revalidating("does not look at If-None-Match", neverKnown()),
        revalidating("believes that everything is known", alwaysKnown()),
        revalidating("knows weak tags from strong ones", strictly()),
        revalidating("takes one tag only", oneOnly()),
        revalidating("has a tag without quotes", unquoted()),
        revalidating("does not say what is unchanged", silent()));
  }

  private static Mutant lasting(String fault, Optional<String> lifetime) {
    return of(
        CACHED,
        fault,
        new CachingRules() {
          @Override
          public Optional<String> lifetime() {
            return lifetime;
          }
        });
  }

  private static Mutant revalidating(String fault, CachingRules caching) {
    return of(REVALIDATED, fault, caching);
  }

  private static Mutant of(String assertion, String fault, CachingRules caching) {
    return Mutant.of(
        assertion,
        fault,
        rules -> {
          rules.metadata = new MetadataRules(rules.endpoint, rules.issuer);
          rules.metadata.caching = caching;
        });
  }

  private static CachingRules neverKnown() {
    return new CachingRules() {
      @Override
      public boolean isKnown(String line, String tag) {
        return false;
      }
    };
  }

  private static CachingRules alwaysKnown() {
    return new CachingRules() {
      @Override
      public boolean isKnown(String line, String tag) {
        return true;
      }
    };
  }

  private static CachingRules strictly() {
    return new CachingRules() {
      @Override
      public boolean isSame(String known, String tag) {
        return known.equals(tag);
      }
    };
  }

  private static CachingRules oneOnly() {
    return new CachingRules() {
      @Override
      public boolean isKnown(String line, String tag) {
        return line.equals("*") || isSame(line, tag);
      }
    };
  }

  private static CachingRules unquoted() {
    return new CachingRules() {
      @Override
      public Optional<String> tag(JsonObject content) {
        return super.tag(content).map(tag -> tag.replace("\"", ""));
      }
    };
  }

  private static CachingRules silent() {
    return new CachingRules() {
      @Override
      public Answer unchanged(String tag) {
        return Answer.of(304);
      }
    };
  }
}
