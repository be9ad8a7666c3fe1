// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.engine;

import java.net.URI;
import org.mcpauth.Scopes;
import org.mcpauth.internal.challenge.Challenge;
import org.mcpauth.internal.challenge.ChallengeError;
import org.mcpauth.internal.challenge.OfferedSchemes;
import org.mcpauth.internal.challenge.Scheme;
import org.mcpauth.internal.challenge.WantedAuthentication;
import org.mcpauth.internal.requirement.Shortfall;
import org.mcpauth.internal.settings.ResourceSettings;

/**
 * The challenges of one resource: in the schemes that it offers, and with scopes as its
 * authorization server calls them.
 */
final class Challenges {

  private final ResourceSettings settings;
  private final OfferedSchemes offered;

  Challenges(ResourceSettings settings) {
    this.settings = settings;
    this.offered = OfferedSchemes.of(settings.dpop());
  }

  Scheme firstScheme() {
    return offered.schemes().get(0);
  }

  Challenge credentialsMissing(URI metadata) {
    return Challenge.credentialsMissing(offered, baseScopes(), metadata);
  }

  Challenge invalidRequest(Scheme used, String reason, URI metadata) {
    return Challenge.invalidRequest(offered, used, reason, metadata);
  }

  Challenge unauthorized(Scheme used, ChallengeError error, String reason, URI metadata) {
    return Challenge.unauthorized(offered, used, error, reason, baseScopes(), metadata);
  }

  Challenge insufficientScope(Scheme used, Scopes required, URI metadata) {
    return Challenge.insufficientScope(offered, used, settings.published(required), metadata);
  }

  Challenge insufficientAuthentication(
      Scheme used, Shortfall.Authentication shortfall, URI metadata) {
    return Challenge.insufficientAuthentication(
        offered,
        used,
        new WantedAuthentication(shortfall.acrValues(), shortfall.maxAge()),
        settings.published(shortfall.scopes()),
        metadata);
  }

  private Scopes baseScopes() {
    return settings.published(settings.scopes());
  }
}
