// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rpc;

import jakarta.json.stream.JsonParser.Event;
import java.util.Optional;

/** Reads what the parameters of a message name. Used once, by one thread. */
final class TargetParser {

  private static final String PROTOCOL_VERSION = "io.modelcontextprotocol/protocolVersion";

  private static final DecidingNames PARAMETER_MEMBERS =
      DecidingNames.of("name", "uri", "ref", "_meta", "arguments");
  private static final DecidingNames REF_MEMBERS = DecidingNames.of("name", "uri", "type");
  private static final DecidingNames META_MEMBERS = DecidingNames.of(PROTOCOL_VERSION);

  private final BoundedParser parser;

  private Optional<String> name = Optional.empty();
  private Optional<String> uri = Optional.empty();
  private Optional<String> refName = Optional.empty();
  private Optional<String> refUri = Optional.empty();
  private Optional<String> protocolVersion = Optional.empty();

  TargetParser(BoundedParser parser) {
    this.parser = parser;
  }

  Target parse(Event first) throws MalformedMessageException {
    if (first == Event.START_OBJECT) {
      readMembers(PARAMETER_MEMBERS, this::readParameter);
    } else {
      // Positional or missing parameters name nothing that MCP knows.
      parser.skip(first);
    }
    return new Target(name, uri, refName, refUri, protocolVersion);
  }

  private interface MemberReader {
    void read(String member, Event value) throws MalformedMessageException;
  }

  private void readMembers(DecidingNames deciding, MemberReader reader)
      throws MalformedMessageException {
    MemberNames names = new MemberNames(deciding);
    for (Event event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
      String member = parser.string();
      if (names.isAmbiguous(member)) {
        throw new MalformedMessageException(
            RpcError.withoutId(
                RpcError.INVALID_REQUEST,
                "The parameters have a member twice, or in two spellings"));
      }
      reader.read(member, parser.next());
    }
  }

  private void readParameter(String member, Event value) throws MalformedMessageException {
    switch (member) {
      case "name" -> name = text(value);
      case "uri" -> uri = text(value);
      case "ref" -> readObject(value, REF_MEMBERS, this::readReference);
      case "_meta" -> readObject(value, META_MEMBERS, this::readMeta);
      default -> parser.skip(value);
    }
  }

  private void readReference(String member, Event value) throws MalformedMessageException {
    switch (member) {
      case "name" -> refName = referenced(value);
      case "uri" -> refUri = referenced(value);
      default -> parser.skip(value);
    }
  }

  /** Anything but null counts as there, even if it is no name. */
  private Optional<String> referenced(Event value) throws MalformedMessageException {
    return value == Event.VALUE_NULL ? Optional.empty() : text(value).or(() -> Optional.of(""));
  }

  private void readMeta(String member, Event value) throws MalformedMessageException {
    if (member.equals(PROTOCOL_VERSION)) {
      protocolVersion = text(value);
    } else {
      parser.skip(value);
    }
  }

  private void readObject(Event first, DecidingNames deciding, MemberReader reader)
      throws MalformedMessageException {
    if (first == Event.START_OBJECT) {
      readMembers(deciding, reader);
    } else {
      parser.skip(first);
    }
  }

  private Optional<String> text(Event value) throws MalformedMessageException {
    if (value == Event.VALUE_STRING) {
      return Optional.of(parser.string());
    }
    parser.skip(value);
    return Optional.empty();
  }
}
