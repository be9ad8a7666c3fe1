// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.mint;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mcpauth.devserver.internal.oauth.IntrospectionSigner;
import org.mcpauth.devserver.internal.settings.ServerSettings;

/** Signs answers of introspection: properly, or with what a plan makes wrong about them. */
public final class IntrospectionPress implements IntrospectionSigner {

  private final ServerSettings settings;
  private final JwsPress press;
  private volatile TokenPlan plan = TokenPlan.VALID;

  IntrospectionPress(ServerSettings settings, JwsPress press) {
    this.settings = settings;
    this.press = press;
  }

  /**
   * Changes how answers are signed from now on.
   *
   * @param changed what differs; {@link TokenPlan#VALID} for nothing
   */
  public void plan(TokenPlan changed) {
    plan = changed;
  }

  @Override
  public String sign(String audience, Map<String, Object> answer) {
    TokenPlan current = plan;

    Instant now = settings.clock().instant();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", settings.issuer().toString());
    claims.put("aud", audience);
    claims.put("iat", now.getEpochSecond());
    claims.put("token_introspection", answer);
    current.claims().forEach(step -> step.apply(claims, now));
    return press.press("token-introspection+jwt", claims, current);
  }
}
