// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.checker.internal.keys;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mcpauth.checker.internal.discovery.Metadata;
import org.mcpauth.checker.internal.http.Answer;
import org.mcpauth.checker.internal.http.Fetcher;
import org.mcpauth.checker.internal.json.JsonReading;
import org.mcpauth.checker.internal.json.Members;
import org.mcpauth.checker.internal.json.UnreadableJsonException;
import org.mcpauth.checker.report.Check;
import org.mcpauth.checker.report.Finding;

/**
 * The JWK Set of an issuer.
 *
 * @param findings about it
 * @param keyIds the {@code kid} of every key; empty if the set could not be read
 */
public record KeySet(List<Finding> findings, Optional<Set<String>> keyIds) {

  /** Copies. */
  public KeySet {
    findings = List.copyOf(findings);
    keyIds = keyIds.map(Set::copyOf);
  }

  /**
   * Looks at the keys.
   *
   * @param fetcher sends the request
   * @param metadata says where they are
   * @return the findings
   */
  public static KeySet of(Fetcher fetcher, Metadata metadata) {
    Optional<String> published = metadata.text("jwks_uri");
    if (published.isEmpty()) {
      return failed(absent(metadata));
    }
    Optional<URI> location = metadata.endpoint("jwks_uri");
    if (location.isEmpty()) {
      String fault = metadata.issuer().faultOf(published.get()).orElse("cannot be used");
      return failed(
          Finding.error(
              Check.JWKS_URI,
              "jwks_uri " + fault + ": " + published.get(),
              "Publish an absolute https URL."));
    }
    return fetched(fetcher, location.get());
  }

  private static Finding absent(Metadata metadata) {
    return metadata.endpoint("introspection_endpoint").isPresent()
        ? Finding.warning(
            Check.JWKS_URI,
            "no jwks_uri",
            "Publish one if access tokens are JWTs; without it, resource servers must use"
                + " introspection.")
        : Finding.error(
            Check.JWKS_URI,
            "no jwks_uri, and no introspection_endpoint",
            "Publish one of both: resource servers have no way to verify a token.");
  }

  private static KeySet failed(Finding finding) {
    return new KeySet(List.of(finding), Optional.empty());
  }

  private static KeySet fetched(Fetcher fetcher, URI location) {
    Finding where = Finding.ok(Check.JWKS_URI, location.toString());
    try {
      Answer answer = fetcher.get(location, Map.of());
      if (answer.status() != 200) {
        return unusable(where, "status " + answer.status());
      }
      return read(where, JsonReading.object(answer.body()));
    } catch (IOException | UnreadableJsonException e) {
      return unusable(where, String.valueOf(e.getMessage()));
    }
  }

  private static KeySet unusable(Finding where, String fault) {
    return new KeySet(
        List.of(
            where,
            Finding.error(
                Check.JWKS_KEYS, fault, "Answer at jwks_uri with status 200 and a JWK Set.")),
        Optional.empty());
  }

  private static KeySet read(Finding where, JsonObject document) {
    if (!(document.get("keys") instanceof JsonArray array)) {
      return unusable(where, "no array keys in the JWK Set");
    }
    List<PublishedKey> keys =
        array.stream()
            .filter(JsonObject.class::isInstance)
            .map(key -> new PublishedKey(new Members(key.asJsonObject())))
            .toList();
    return new KeySet(
        List.of(where, usable(keys), secrets(keys)),
        Optional.of(keys.stream().flatMap(key -> key.id().stream()).collect(Collectors.toSet())));
  }

  private static Finding usable(List<PublishedKey> keys) {
    List<String> algorithms =
        keys.stream()
            .filter(key -> key.isForSignatures() && !key.isSecret())
            .flatMap(key -> key.algorithm().stream())
            .toList();
    String seen =
        "%d of %d keys are for signatures%s"
            .formatted(
                algorithms.size(),
                keys.size(),
                algorithms.isEmpty()
                    ? ""
                    : ": " + algorithms.stream().distinct().collect(Collectors.joining(", ")));
    return algorithms.isEmpty()
        ? Finding.error(
            Check.JWKS_KEYS,
            seen,
            "Publish the public keys that access tokens are signed with: RSA of 2048 bits or more,"
                + " EC or Ed25519.")
        : Finding.ok(Check.JWKS_KEYS, seen);
  }

  private static Finding secrets(List<PublishedKey> keys) {
    long secrets = keys.stream().filter(PublishedKey::isSecret).count();
    return secrets == 0
        ? Finding.ok(Check.JWKS_PUBLIC_ONLY, "public keys only")
        : Finding.error(
            Check.JWKS_PUBLIC_ONLY,
            "symmetric or private keys published: " + secrets,
            "Anybody can sign tokens with them: take them out, and use new keys.");
  }
}
