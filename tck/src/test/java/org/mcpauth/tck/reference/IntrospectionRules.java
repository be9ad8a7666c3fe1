// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.reference;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.Serial;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.Map;
import org.mcpauth.tck.server.Issuer;

/** Which tokens are believed where the issuer is asked about each (RFC 7662). */
public class IntrospectionRules extends TokenRules {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  public IntrospectionRules(URI endpoint, URI issuer) {
    super(endpoint, issuer);
  }

  /** The issuer gives no answer. */
  public static final class NoAnswerException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;
  }

  @Override
  public Caller verify(String token, Request request) throws InvalidTokenException {
    Map<String, Object> answer = answer(token);
    if (!Boolean.TRUE.equals(answer.get("active"))) {
      return inactive(token, request);
    }
    return believed(answer, request);
  }

  public Caller inactive(String token, Request request) throws InvalidTokenException {
    throw new InvalidTokenException("not active");
  }

  /** What the issuer says, with {@code active} at least. */
  public Map<String, Object> answer(String token) {
    try {
      return read(HTTP.send(request(token).build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new NoAnswerException();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAnswerException();
    }
  }

  public HttpRequest.Builder request(String token) {
    String client = Issuer.RESOURCE_CLIENT_ID + ":" + Issuer.RESOURCE_CLIENT_SECRET;
    String basic = Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(URI.create(issuer + "/introspect"))
        .header("Authorization", "Basic " + basic)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(
            HttpRequest.BodyPublishers.ofString(
                "token=" + URLEncoder.encode(token, StandardCharsets.UTF_8)));
  }

  public Map<String, Object> read(HttpResponse<String> response) {
    try {
      Map<String, Object> answer = JSONObjectUtils.parse(response.body());
      if (response.statusCode() == 200 && answer.get("active") instanceof Boolean) {
        return answer;
      }
    } catch (ParseException e) {
      throw new NoAnswerException();
    }
    throw new NoAnswerException();
  }
}
