// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mcpauth.devserver.internal.http.Request;
import org.mcpauth.devserver.internal.http.Response;

/** Translates between the HTTP front and the protocol messages of the OAuth SDK. */
final class Messages {

  private Messages() {}

  /**
   * A POST as the SDK wants it. RFC 6749 §3.2 forbids parameters that are given twice; only {@code
   * resource} and {@code audience} may repeat.
   */
  static HTTPRequest form(Request request, URI endpoint) throws GeneralException {
    if (!request.isForm()) {
      throw invalidRequest("the body must be application/x-www-form-urlencoded");
    }
    refuseRepeated(request.formParameters());
    refuseTwoMethods(request);
    return post(request, endpoint);
  }

  static HTTPRequest post(Request request, URI endpoint) throws GeneralException {
    HTTPRequest http = new HTTPRequest(HTTPRequest.Method.POST, endpoint);
    if (request.headers().getOrDefault("authorization", List.of()).size() > 1) {
      throw invalidRequest("more than one Authorization header");
    }
    for (String name : List.of("Authorization", "Content-Type")) {
      request.header(name).ifPresent(value -> http.setHeader(name, value));
    }
    http.setBody(request.body());
    return http;
  }

  /** RFC 6749 §2.3: not more than one method of client authentication. */
  private static void refuseTwoMethods(Request request) throws GeneralException {
    long methods =
        Stream.of("client_secret", "client_assertion")
                .filter(request.formParameters()::containsKey)
                .count()
            + request.header("Authorization").stream().count();
    if (methods > 1) {
      throw invalidRequest("more than one method of client authentication");
    }
  }

  static void refuseRepeated(Map<String, List<String>> parameters) throws GeneralException {
    for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
      boolean mayRepeat = List.of("resource", "audience").contains(parameter.getKey());
      if (!mayRepeat && parameter.getValue().size() > 1) {
        throw invalidRequest("parameter given more than once: " + parameter.getKey());
      }
    }
  }

  static Response success(HTTPResponse http) throws GeneralException {
    return json(http.getStatusCode(), http.getBodyAsJSONObject());
  }

  static Response document(Map<String, Object> document) {
    return Response.document(JSONObjectUtils.toJSONString(document));
  }

  /** Written by the JOSE library: the OAuth SDK's own writer escapes every slash. */
  static Response json(int status, Map<String, Object> document) {
    return Response.json(status, JSONObjectUtils.toJSONString(document));
  }

  /** RFC 6749 §5.2. */
  static Response error(GeneralException e) {
    ErrorObject error = errorObject(e);
    boolean badClient = OAuth2Error.INVALID_CLIENT.getCode().equals(error.getCode());
    int status = error.getHTTPStatusCode();
    Response response =
        json(badClient ? 401 : status >= 400 && status < 500 ? status : 400, error.toJSONObject());
    if (error instanceof BearerTokenError bearer) {
      return response.with("WWW-Authenticate", bearer.toWWWAuthenticateHeader());
    }
    return badClient
        ? response.with("WWW-Authenticate", "Basic realm=\"mcp-auth-devserver\"")
        : response;
  }

  static ErrorObject errorObject(GeneralException e) {
    @Nullable ErrorObject error = e.getErrorObject();
    return error != null && error.getCode() != null
        ? error
        : describe(OAuth2Error.INVALID_REQUEST, String.valueOf(e.getMessage()));
  }

  static GeneralException invalidRequest(String description) {
    return refusal(OAuth2Error.INVALID_REQUEST, description);
  }

  static GeneralException refusal(ErrorObject error, String description) {
    return new ParseException(description, describe(error, description));
  }

  /** RFC 6749 §5.2 lets few characters into a description. */
  private static ErrorObject describe(ErrorObject error, String description) {
    return error.setDescription(ErrorObject.removeIllegalChars(description));
  }
}
