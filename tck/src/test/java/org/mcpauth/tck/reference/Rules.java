// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mcpauth.tck.server.Feature;

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
  public CertificateRules certificates;
  public ChallengeRules challenges;
  public MetadataRules metadata;
  public MessageRules messages;
  public ScopeRules scopes;
  public StepUpRules stepUp;
  public SessionRules sessions;
  public RoleRules roles;
  public ListRules lists;
  public ScopeTelling telling;
  public DecisionRules decisions;
  public OnBehalfRules onBehalf;
  public Tools tools;

  private final Map<Feature, Rules> others = new EnumMap<>(Feature.class);

  /** With every feature on top. */
  public Rules(URI endpoint, URI issuer) {
    this(endpoint, issuer, new TokenRules(endpoint, issuer));
    for (Feature feature : Feature.values()) {
      others.put(feature, other(feature));
    }
  }

  private Rules other(Feature feature) {
    URI url = url(endpoint, feature);
    Rules other = new Rules(url, issuer, tokens(feature, url, issuer));
    switch (feature) {
      case DPOP_NONCE -> other.dpop = new NonceRules(url);
      case CERTIFICATE_HEADER ->
          other.certificates = new CertificateRules(Optional.of(Feature.CERTIFICATE_HEADER_NAME));
      case SESSIONS -> other.sessions = new SessionRules();
      case PERMITTED_LISTS -> other.lists = new PermittedListRules();
      case TOOL_REQUIREMENTS -> other.lists = new DescribedListRules();
      case TOOL_ERROR -> other.telling = new ToolErrorTelling();
      case CLOSED_BY_DEFAULT -> other.roles = new MentionedRules();
      default -> {
        // as everywhere
      }
    }
    return other;
  }

  private static TokenRules tokens(Feature feature, URI url, URI issuer) {
    return switch (feature) {
      case INTROSPECTION -> new IntrospectionRules(url, issuer);
      case SIGNED_INTROSPECTION -> new SignedIntrospectionRules(url, issuer);
      default -> new TokenRules(url, issuer);
    };
  }

  private Rules(URI endpoint, URI issuer, TokenRules tokens) {
    this.endpoint = endpoint;
    this.issuer = issuer;
    this.transport = new TransportRules(endpoint);
    this.credentials = new CredentialRules();
    this.tokens = tokens;
    this.dpop = new DpopRules(endpoint);
    this.certificates = new CertificateRules(Optional.empty());
    this.metadata = new MetadataRules(endpoint, issuer);
    this.challenges = new ChallengeRules(metadata);
    this.messages = new MessageRules();
    this.scopes = new ScopeRules();
    this.stepUp = new StepUpRules();
    this.sessions = new NoSessions();
    this.roles = new RoleRules();
    this.lists = new ListRules();
    this.telling = new ScopeTelling();
    this.decisions = new DecisionRules();
    this.onBehalf = new OnBehalfRules(issuer);
    this.tools = new Tools();
  }

  /**
   * The way of a request: the same order as everywhere, credentials before message before scope.
   */
  public Answer answer(Request request) {
    Optional<Rules> other = others.values().stream().filter(o -> o.isAbout(request)).findFirst();
    if (other.isPresent()) {
      return other.get().answer(request);
    }
    try {
      if (metadata.isAt(request)) {
        return transport.finish(request, metadata.answer(request));
      }
      if (MetadataSignature.isAt(request)) {
        return MetadataSignature.keys();
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
      decisions.refuse(refusal.answer());
      return transport.finish(request, refusal.answer());
    } catch (IntrospectionRules.NoAnswerException e) {
      return Answer.of(503);
    }
  }

  private boolean isAbout(Request request) {
    return metadata.isAt(request) || transport.isEndpoint(request);
  }

  /** Where a feature is. */
  public static URI url(URI endpoint, Feature feature) {
    return URI.create(endpoint + "-" + feature.label());
  }

  /** The rules of the endpoint of a feature. */
  public Rules at(Feature feature) {
    return Objects.requireNonNull(others.get(feature));
  }

  private Answer protectedAnswer(Request request) throws Refusal {
    Caller caller = caller(request);
    Optional<Answer> withoutMessage = sessions.answer(request, caller);
    if (withoutMessage.isPresent()) {
      return withoutMessage.get();
    }
    transport.requirePost(request);
    Message message = messages.read(request);
    Optional<Answer> hidden = lists.hidden(message, caller, scopes);
    if (hidden.isPresent()) {
      return hidden.get();
    }
    if (!scopes.isEnough(message.operation(), caller)) {
      Answer challenged =
          challenges.insufficientScope(request, message.operation(), caller, scopes);
      throw new Refusal(telling.told(message, challenged));
    }
    roles.requireOpen(message.operation(), caller, request);
    Map<String, String> lacking = stepUp.lacking(message.operation(), caller);
    if (!lacking.isEmpty()) {
      throw new Refusal(challenges.insufficientAuthentication(request, lacking));
    }
    decisions.permit(message);
    return sessions.finish(message, caller, done(request, message, caller));
  }

  private Answer done(Request request, Message message, Caller caller) {
    return lists
        .list(message.operation(), caller, scopes)
        .map(list -> Tools.answer(message, list))
        .or(() -> decisions.answer(message))
        .or(() -> onBehalf.answer(request, message))
        .orElseGet(() -> tools.call(message, caller));
  }

  private Caller caller(Request request) throws Refusal {
    Optional<String> bound = dpop.token(request);
    if (bound.isPresent()) {
      return provenCaller(request, bound.get());
    }
    String token = credentials.token(request, challenges);
    try {
      Caller caller = tokens.verify(token, request);
      if (dpop.isForbiddenAsBearer(caller, request) || !certificates.isAllowed(caller, request)) {
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
    } catch (NonceRules.NonceNeededException e) {
      throw new Refusal(challenges.nonceNeeded(request, e.nonce()));
    } catch (DpopRules.InvalidProofException e) {
      throw new Refusal(challenges.invalidProof(request));
    }
  }
}
