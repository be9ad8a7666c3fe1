// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.rpc;

import jakarta.json.spi.JsonProvider;

/** A message that asks for the same of something else. */
public final class RenamedMessage {

  private RenamedMessage() {}

  /**
   * Puts another name in the place of the one that a message has. All the rest stays as it is, byte
   * by byte: a server that stumbles over something else in it still does.
   *
   * @param message the message, whose operation has a name
   * @param body the body that it was read from
   * @param name the other name
   * @param provider knows JSON
   * @return the body with that name
   * @throws MalformedMessageException never, if the message was read from that body
   */
  public static BufferedBody of(
      RpcMessage message, BufferedBody body, String name, JsonProvider provider)
      throws MalformedMessageException {
    String text = body.text().toString();
    ValueLocator.Range place = new ValueLocator(text, provider).find(message.place());
    return BufferedBody.of(
        text.substring(0, place.from()) + provider.createValue(name) + text.substring(place.to()));
  }
}
