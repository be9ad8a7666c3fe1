// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.Message;
import org.mcpauth.tck.reference.MessageRules;
import org.mcpauth.tck.reference.Refusal;
import org.mcpauth.tck.reference.Request;
import org.mcpauth.tck.server.Operation;

/** Headers that are believed, or not looked at. */
final class MirroredHeaderMutants {

  private static final String BODY = "body-decides-not-header";
  private static final String NAME = "mismatched-name-is-refused";
  private static final String METHOD = "mismatched-method-is-refused";
  private static final String VERSION = "mismatched-version-is-refused";
  private static final String MISSING = "missing-mirror-is-refused";
  private static final String ENCODED = "encoded-name-is-decoded";
  private static final String CASE = "header-values-are-case-sensitive";

  private MirroredHeaderMutants() {}

  static Stream<Mutant> all() {
    return Stream.of(believers(), names(), methods(), versions(), absent(), encodings(), cases())
        .flatMap(mutants -> mutants);
  }

  /** Refuses a token with every scope, but a token without them gets in by a header. */
  private static Stream<Mutant> believers() {
    return Stream.of(
        believer(
            "believes the name in the header",
            (request, message) -> request.header("Mcp-Name").equals(Operation.CALLER.name())),
        believer(
            "believes the method in the header",
            (request, message) -> request.header("Mcp-Method").equals(Optional.of("tools/list"))),
        believer(
            "checks nothing where there is no name",
            (request, message) -> request.header("Mcp-Name").isEmpty()),
        believer(
            "believes the header of an older version",
            (request, message) ->
                request.header("MCP-Protocol-Version").orElse("").startsWith("2025")));
  }

  /** Tells whether to check no scopes. */
  private interface Belief {
    boolean opens(Request request, Message message);
  }

  private static Mutant believer(String fault, Belief belief) {
    return new Mutant(
        BODY,
        fault,
        (endpoint, issuer) -> {
          var rules = new org.mcpauth.tck.reference.Rules(endpoint, issuer) {};
          rules.messages =
              new MessageRules() {
                @Override
                public void requireMirrored(Message message, Request request) throws Refusal {
                  if (!isLow(rules, request)) {
                    super.requireMirrored(message, request);
                  }
                }

                @Override
                public Message read(Request request) throws Refusal {
                  Message message = super.read(request);
                  return message.protocolVersion().isPresent() && belief.opens(request, message)
                      ? MessageMutants.withScopes(message, List.of())
                      : message;
                }
              };
          return rules;
        });
  }

  private static boolean isLow(org.mcpauth.tck.reference.Rules rules, Request request)
      throws Refusal {
    if (!request.header("Authorization").orElse("").startsWith("Bearer ")) {
      return false; // a token of another scheme is none of these mutants' business
    }
    try {
      String token = rules.credentials.token(request, rules.challenges);
      return rules.tokens.verify(token, request).scopes().size() < 2;
    } catch (org.mcpauth.tck.reference.TokenRules.InvalidTokenException e) {
      return false;
    }
  }

  private static Stream<Mutant> names() {
    return Stream.of(
        MessageMutants.messages(
            NAME,
            "does not compare the name of resources",
            rules ->
                new MessageRules() {
                  @Override
                  public void requireName(Optional<String> header, Message message) throws Refusal {
                    if (!message.operation().method().equals("resources/read")
                        || header.isEmpty()
                        || header.get().isEmpty()
                        || header.get().startsWith("=?")
                        || header.get().equalsIgnoreCase(message.operation().name().orElse(""))) {
                      super.requireName(header, message);
                    }
                  }
                }),
        MessageMutants.messages(
            NAME,
            "looks at the first line only",
            rules ->
                new MessageRules() {
                  @Override
                  public Optional<String> header(Request request, String name) {
                    return name.equals("Mcp-Name")
                        ? request.header(name)
                        : super.header(request, name);
                  }
                }),
        MessageMutants.messages(
            NAME,
            "compares beginnings of names",
            rules ->
                new MessageRules() {
                  @Override
                  public void requireName(Optional<String> header, Message message) throws Refusal {
                    String name = message.operation().name().orElse("");
                    if (!header.orElse("").startsWith(name) || name.isEmpty()) {
                      super.requireName(header, message);
                    }
                  }
                }),
        code(
            NAME,
            "answers another error to another name",
            "Mcp-Name",
            Answer.error(400, -32600, "")),
        code(NAME, "answers 403 to another name", "Mcp-Name", Answer.error(403, -32020, "")),
        code(NAME, "answers an error of OAuth to another name", "Mcp-Name", Answer.of(400)));
  }

  private static Stream<Mutant> methods() {
    return Stream.of(
        MessageMutants.messages(
            METHOD,
            "does not compare the method",
            rules ->
                new MessageRules() {
                  @Override
                  public void requireMethod(Optional<String> header, Message message)
                      throws Refusal {
                    if (header.isEmpty()
                        || header.get().isEmpty()
                        || header.get().equalsIgnoreCase(message.operation().method())) {
                      super.requireMethod(header, message);
                    }
                  }
                }),
        MessageMutants.messages(
            METHOD,
            "compares beginnings of methods",
            rules ->
                new MessageRules() {
                  @Override
                  public void requireMethod(Optional<String> header, Message message)
                      throws Refusal {
                    if (!header.orElse("").startsWith(message.operation().method())) {
                      super.requireMethod(header, message);
                    }
                  }
                }),
        code(
            METHOD,
            "answers another error to another method",
            "Mcp-Method",
            Answer.error(400, -32601, "")));
  }

  private static Stream<Mutant> versions() {
    return Stream.of(
        MessageMutants.messages(
            VERSION,
            "does not compare the version",
            rules ->
                new MessageRules() {
                  @Override
                  public void requireVersion(Optional<String> header, Message message)
                      throws Refusal {
                    if (header.isEmpty()) {
                      super.requireVersion(header, message);
                    }
                  }
                }),
        code(
            VERSION,
            "answers another error to another version",
            "MCP-Protocol-Version",
            Answer.error(400, -32600, "")));
  }

  private static Stream<Mutant> absent() {
    return Stream.of(
        optional("needs no name", "Mcp-Name", false),
        optional("needs no method", "Mcp-Method", false),
        optional("needs no version", "MCP-Protocol-Version", false),
        optional("takes an empty name", "Mcp-Name", true),
        optional("takes an empty method", "Mcp-Method", true));
  }

  /** Takes what is absent, or empty, for right. */
  private static Mutant optional(String fault, String name, boolean empty) {
    return MessageMutants.messages(
        MISSING,
        fault,
        rules ->
            new MessageRules() {
              @Override
              public void requireMirrored(Message message, Request request) throws Refusal {
                Optional<String> value = request.header(name);
                Request seen = request;
                if (empty ? value.equals(Optional.of("")) : value.isEmpty()) {
                  seen = MirroredHeaders.with(request, name, message);
                }
                super.requireMirrored(message, seen);
              }
            });
  }

  private static Stream<Mutant> encodings() {
    return Stream.of(
        MessageMutants.messages(
            ENCODED,
            "does not decode a name",
            rules ->
                new MessageRules() {
                  @Override
                  public String decoded(String value) {
                    return value;
                  }
                }),
        MessageMutants.messages(
            ENCODED,
            "takes any name that is encoded",
            rules ->
                new MessageRules() {
                  @Override
                  public void requireName(Optional<String> header, Message message) throws Refusal {
                    if (!header.orElse("").matches("=\\?base64\\?.*\\?=")) {
                      super.requireName(header, message);
                    }
                  }
                }),
        MessageMutants.messages(
            ENCODED,
            "decodes again and again",
            rules ->
                new MessageRules() {
                  @Override
                  public String decoded(String value) {
                    String once = super.decoded(value);
                    return once.equals(value) ? value : decoded(once);
                  }
                }));
  }

  private static Stream<Mutant> cases() {
    return Stream.of("Mcp-Name", "Mcp-Method")
        .map(
            name ->
                MessageMutants.messages(
                    CASE,
                    "compares " + name + " in any case",
                    rules ->
                        new MessageRules() {
                          @Override
                          public Optional<String> header(Request request, String asked) {
                            Optional<String> value = super.header(request, asked);
                            return asked.equals(name)
                                ? value.map(MirroredHeaderMutants::folded)
                                : value;
                          }
                        }));
  }

  /** As all names and methods of the contract are written. */
  private static String folded(String value) {
    return value.startsWith("=?") ? value : value.toLowerCase(java.util.Locale.ROOT);
  }

  private static Mutant code(String assertion, String fault, String name, Answer answer) {
    return MessageMutants.messages(assertion, fault, rules -> new MirroredHeaders(name, answer));
  }
}
