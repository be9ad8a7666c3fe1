// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.mutant;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.stream.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.mcpauth.tck.http.Body;
import org.mcpauth.tck.reference.Message;
import org.mcpauth.tck.reference.MessageRules;
import org.mcpauth.tck.reference.Refusal;
import org.mcpauth.tck.reference.Request;

/** Checks a message as one reader reads it, and runs it as another does. */
final class TwoReaders extends MessageRules {

  /** Which of two keys counts. */
  enum Keys {
    FIRST(JsonConfig.KeyStrategy.FIRST),
    LAST(JsonConfig.KeyStrategy.LAST),
    /** None: they are refused, as they should be. */
    ONE(JsonConfig.KeyStrategy.NONE);

    private final JsonConfig.KeyStrategy strategy;

    Keys(JsonConfig.KeyStrategy strategy) {
      this.strategy = strategy;
    }
  }

  private final Keys checked;
  private final Keys run;
  private final UnaryOperator<String> checkedText;
  private final UnaryOperator<String> runText;

  private TwoReaders(
      Keys checked, Keys run, UnaryOperator<String> checkedText, UnaryOperator<String> runText) {
    this.checked = checked;
    this.run = run;
    this.checkedText = checkedText;
    this.runText = runText;
  }

  static TwoReaders of() {
    return new TwoReaders(Keys.LAST, Keys.LAST, UnaryOperator.identity(), UnaryOperator.identity());
  }

  TwoReaders checking(Keys keys) {
    return new TwoReaders(keys, run, checkedText, runText);
  }

  TwoReaders running(Keys keys) {
    return new TwoReaders(checked, keys, checkedText, runText);
  }

  TwoReaders checkingText(UnaryOperator<String> text) {
    return new TwoReaders(checked, run, text, runText);
  }

  TwoReaders runningText(UnaryOperator<String> text) {
    return new TwoReaders(checked, run, checkedText, text);
  }

  /** Lets through what the first reader cannot read. */
  TwoReaders open(Predicate<String> unread, UnaryOperator<String> readable) {
    UnaryOperator<String> decoded = text -> unread.test(text) ? readable.apply(text) : text;
    return checkingText(
            text -> unread.test(text) ? decoded.apply(text).replace("simple", "other") : text)
        .runningText(decoded);
  }

  @Override
  public Message read(Request request) throws Refusal {
    if (request.tooLarge()) {
      throw tooLarge();
    }
    String text = text(request.body());
    requireShallow(text);
    Message seen = message(parsed(checkedText.apply(text), checked));
    Message done = message(parsed(runText.apply(text), run));
    Message mixed = MessageMutants.withScopes(done, seen.operation().scopes());
    requireMirrored(mixed, request);
    return mixed;
  }

  private JsonObject parsed(String text, Keys keys) throws Refusal {
    requireEnd(text);
    Map<String, Object> config = Map.of(JsonConfig.KEY_STRATEGY, keys.strategy);
    try (JsonReader reader =
        Json.createReaderFactory(config).createReader(new StringReader(text))) {
      return reader.readValue() instanceof JsonObject object ? object : batch(JsonObject.NULL);
    } catch (JsonException | IllegalStateException e) {
      throw malformed("no JSON");
    }
  }

  /** A JSON text, and nothing after it. */
  private void requireEnd(String text) throws Refusal {
    try (JsonParser parser = Json.createParser(new StringReader(text))) {
      while (parser.hasNext()) {
        parser.next();
      }
    } catch (JsonException | IllegalStateException e) {
      throw malformed("no JSON");
    }
  }

  /** Checks no scopes for some requests. */
  static Mutant unchecked(String assertion, String fault, Predicate<Request> which) {
    return MessageMutants.messages(
        assertion,
        fault,
        rules ->
            new MessageRules() {
              @Override
              public Message read(Request request) throws Refusal {
                Message message = super.read(request);
                return which.test(request)
                    ? MessageMutants.withScopes(message, List.of())
                    : message;
              }
            });
  }

  /** Checks no scopes for a body that has to be unpacked first. */
  static Mutant unzipping(String assertion, String fault) {
    return MessageMutants.messages(
        assertion,
        fault,
        rules ->
            new MessageRules() {
              @Override
              public Message read(Request request) throws Refusal {
                if (!request.header("Content-Encoding").orElse("").equals("gzip")) {
                  return super.read(request);
                }
                try (GZIPInputStream stream =
                    new GZIPInputStream(new ByteArrayInputStream(request.body().bytes()))) {
                  Message message = super.read(request.body(Body.of(stream.readAllBytes())));
                  return MessageMutants.withScopes(message, List.of());
                } catch (IOException e) {
                  throw malformed("not compressed");
                }
              }
            });
  }
}
