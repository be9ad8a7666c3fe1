// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import java.net.URI;
import java.util.Optional;

/**
 * The parts of the reference server. A mutant replaces one of them, or overrides {@link
 * #answer(Request)} itself.
 */
public class Rules {

  public final URI endpoint;
  public final URI issuer;

  public TransportRules transport;
  public CredentialRules credentials;
  public TokenRules tokens;
  public DpopRules dpop;
  public ChallengeRules challenges;
  public MetadataRules metadata;
  public MessageRules messages;
  public ScopeRules scopes;
  public Tools tools;

  public Rules(URI endpoint, URI issuer) {
    this.endpoint = endpoint;
    this.issuer = issuer;
    this.transport = new TransportRules(endpoint);
    this.credentials = new CredentialRules();
    this.tokens = new TokenRules(endpoint, issuer);
    this.dpop = new DpopRules(endpoint);
    this.metadata = new MetadataRules(endpoint, issuer);
    this.challenges = new ChallengeRules(metadata);
    this.messages = new MessageRules();
    this.scopes = new ScopeRules();
    this.tools = new Tools();
  }

  /**
   * The way of a request: the same order as everywhere, credentials before message before scope.
   */
  public Answer answer(Request request) {
    try {
      if (metadata.isAt(request)) {
        return transport.finish(request, metadata.answer(request));
      }
      if (!transport.isEndpoint(request)) {
        return Answer.of(404);
      }
      transport.requireOrigin(request);
      if (transport.isPreflight(request)) {
        return transport.preflight(request);
      }
      return transport.finish(request, protectedAnswer(request));
    } catch (Refusal refusal) {
      return transport.finish(request, refusal.answer());
    }
  }

  private Answer protectedAnswer(Request request) throws Refusal {
    Caller caller = caller(request);
    transport.requirePost(request);
    Message message = messages.read(request);
    if (!scopes.isEnough(message.operation(), caller)) {
      throw new Refusal(challenges.insufficientScope(request, message.operation(), caller, scopes));
    }
    return tools.call(message, caller);
  }

  private Caller caller(Request request) throws Refusal {
    Optional<String> bound = dpop.token(request);
    if (bound.isPresent()) {
      return provenCaller(request, bound.get());
    }
    String token = credentials.token(request, challenges);
    try {
      Caller caller = tokens.verify(token, request);
      if (dpop.isForbiddenAsBearer(caller, request)) {
        throw new Refusal(challenges.invalidToken(request));
      }
      return caller;
    } catch (TokenRules.InvalidTokenException e) {
      throw new Refusal(challenges.invalidToken(request));
    }
  }

  private Caller provenCaller(Request request, String token) throws Refusal {
    try {
      Caller caller = tokens.verify(token, request);
      if (!dpop.isAllowed(caller)) {
        throw new Refusal(challenges.invalidBoundToken(request));
      }
      dpop.verify(request, token, caller);
      return caller;
    } catch (TokenRules.InvalidTokenException e) {
      throw new Refusal(challenges.invalidBoundToken(request));
    } catch (DpopRules.InvalidProofException e) {
      throw new Refusal(challenges.invalidProof(request));
    }
  }
}
