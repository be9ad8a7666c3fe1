// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.client.ClientInformation;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.token.Token;
import com.nimbusds.oauth2.sdk.token.TokenTypeURI;
import com.nimbusds.oauth2.sdk.tokenexchange.TokenExchangeGrant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Token exchange (RFC 8693): an access token of this server for one that is for another service. No
 * policy says who may have which; the client acts for the subject, unless an actor token says who
 * does.
 */
final class TokenExchanges {

  private static final Set<TokenTypeURI> TYPES =
      Set.of(TokenTypeURI.ACCESS_TOKEN, TokenTypeURI.JWT);

  private final ScopePolicy scopePolicy;
  private final AccessTokens accessTokens;

  TokenExchanges(ScopePolicy scopePolicy, AccessTokens accessTokens) {
    this.scopePolicy = scopePolicy;
    this.accessTokens = accessTokens;
  }

  /** RFC 8693 §2.2.2: a token that is not good is an invalid request. */
  Grant exchange(
      ClientInformation client,
      TokenExchangeGrant request,
      @Nullable Scope scope,
      List<String> resources)
      throws GeneralException {
    @Nullable TokenTypeURI requested = request.getRequestedTokenType();
    if (requested != null && !TYPES.contains(requested)) {
      throw Messages.invalidRequest("requested_token_type is not that of an access token");
    }
    Map<String, Object> subject =
        active("subject_token", request.getSubjectToken(), request.getSubjectTokenType());
    String clientId = client.getID().getValue();
    Grant grant =
        Grant.of(
            clientId,
            String.valueOf(subject.get("sub")),
            scopePolicy.requested(scope),
            targets(request.getAudience(), resources));
    return grant.delegated(
        new Delegation(actor(subject, actorName(request, clientId)), end(subject)));
  }

  private String actorName(TokenExchangeGrant request, String clientId) throws GeneralException {
    @Nullable Token actor = request.getActorToken();
    @Nullable TokenTypeURI type = request.getActorTokenType();
    return actor == null || type == null
        ? clientId
        : String.valueOf(active("actor_token", actor, type).get("sub"));
  }

  /** RFC 8693 §4.1: the one before is nested. */
  private static Map<String, Object> actor(Map<String, Object> subject, String name) {
    Map<String, Object> actor = new LinkedHashMap<>();
    actor.put("sub", name);
    if (subject.get("act") instanceof Map<?, ?> before) {
      actor.put("act", before);
    }
    return actor;
  }

  private Map<String, Object> active(String parameter, Token token, TokenTypeURI type)
      throws GeneralException {
    if (!TYPES.contains(type)) {
      throw Messages.invalidRequest(parameter + "_type is not that of an access token");
    }
    return accessTokens
        .active(token.getValue())
        .map(IssuedToken::introspection)
        .or(() -> accessTokens.valid(token.getValue()))
        .orElseThrow(() -> Messages.invalidRequest(parameter + " is not active"));
  }

  private static List<String> targets(@Nullable List<Audience> audience, List<String> resources)
      throws GeneralException {
    List<String> targets = new ArrayList<>(resources);
    if (audience != null) {
      targets.addAll(Audience.toStringList(audience));
    }
    if (targets.isEmpty()) {
      throw Messages.refusal(OAuth2Error.INVALID_TARGET, "neither resource nor audience");
    }
    return targets;
  }

  private static Instant end(Map<String, Object> subject) {
    return subject.get("exp") instanceof Number seconds
        ? Instant.ofEpochSecond(seconds.longValue())
        : Instant.MAX;
  }
}
