// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.tickets.companion;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.text.ParseException;
import java.util.Map;
import java.util.TreeMap;
import org.mcpauth.devserver.DevAuthorizationServer;
import org.mcpauth.devserver.Faults;

/**
 * The metadata of the development authorization server (RFC 8414). Its own UserInfo endpoint says
 * {@code sub}, {@code preferred_username} and {@code email} only, so it is told to name another
 * one, which knows names as well.
 *
 * @param members what the document says
 */
record IssuerMetadata(Map<String, Object> members) {

  private static final int TIMEOUT_MILLIS = 5000;

  IssuerMetadata {
    members = Map.copyOf(members);
  }

  static IssuerMetadata of(URI issuer) {
    try {
      URI document = URI.create(issuer + "/.well-known/oauth-authorization-server");
      String text =
          new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS)
              .retrieveResource(document.toURL())
              .getContent();
      return new IssuerMetadata(JSONObjectUtils.parse(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException e) {
      throw new IllegalStateException("the metadata of the issuer is no JSON", e);
    }
  }

  /** Where the keys are that sign tokens. */
  URI jwksUri() {
    if (members.get("jwks_uri") instanceof String uri) {
      return URI.create(uri);
    }
    throw new IllegalStateException("the metadata of the issuer names no jwks_uri");
  }

  IssuerMetadata with(String name, String value) {
    Map<String, Object> more = new TreeMap<>(members);
    more.put(name, value);
    return new IssuerMetadata(more);
  }

  void publish(DevAuthorizationServer issuer) {
    issuer
        .faults()
        .answer(
            Faults.Endpoint.DISCOVERY,
            200,
            "application/json",
            JSONObjectUtils.toJSONString(members));
  }
}
