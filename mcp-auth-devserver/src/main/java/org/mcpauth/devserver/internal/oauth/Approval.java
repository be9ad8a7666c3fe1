// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.oauth;

import com.nimbusds.oauth2.sdk.GeneralException;
import org.mcpauth.devserver.internal.http.Request;
import org.mcpauth.devserver.internal.http.Response;

/** Who decides about an authorization request: nobody, or a person at a browser. */
@FunctionalInterface
interface Approval {

  Response begin(AuthorizationTransaction transaction, Request request) throws GeneralException;
}
