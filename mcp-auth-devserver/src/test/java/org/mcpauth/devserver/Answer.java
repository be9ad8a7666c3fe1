// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A response, read in the ways that tests want. */
record Answer(HttpResponse<String> response) {

  int status() {
    return response.statusCode();
  }

  String body() {
    return response.body();
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  Map<String, Object> json() {
    try {
      return JSONObjectUtils.parse(body());
    } catch (ParseException e) {
      throw new AssertionError("not JSON: " + body(), e);
    }
  }

  String text(String member) {
    return String.valueOf(json().get(member));
  }

  String error() {
    return text("error");
  }

  /** A parameter of the redirect. */
  @Nullable String redirected(String parameter) {
    @Nullable List<String> values =
        URLUtils.parseParameters(URI.create(header("Location")).getRawQuery()).get(parameter);
    return values == null ? null : values.get(0);
  }

  SignedJWT accessToken() {
    try {
      return SignedJWT.parse(text("access_token"));
    } catch (ParseException e) {
      throw new AssertionError("no access token: " + body(), e);
    }
  }

  JWTClaimsSet claims() {
    try {
      return accessToken().getJWTClaimsSet();
    } catch (ParseException e) {
      throw new AssertionError("no claims", e);
    }
  }
}
