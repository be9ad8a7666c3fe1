// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.providers;

/** Why tokens are refused. */
final class Reasons {

  static final String NOT_ACCESS_TOKEN = "The JWT is not an access token";
  static final String OTHER_AUDIENCE = "The access token was not issued for this resource";
  static final String OTHER_ISSUER = "The issuer of the access token is not accepted here";
  static final String EXPIRED = "The access token expired";
  static final String UNKNOWN = "The access token is of no kind that is known here";
  static final String SIGNATURE = "The signature is not valid";
  static final String ALGORITHM = "The signature algorithm is not accepted here";

  private Reasons() {}
}
