// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.remote;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mcpauth.tck.reference.Answer;
import org.mcpauth.tck.reference.ChallengeRules;
import org.mcpauth.tck.reference.MetadataRules;
import org.mcpauth.tck.reference.Request;

/** Names no scope. */
final class CarelessChallenges extends ChallengeRules {

  CarelessChallenges(MetadataRules metadata) {
    super(metadata);
  }

  @Override
  public Answer challenge(int status, Request request, Map<String, String> parameters) {
    Map<String, String> fewer = new LinkedHashMap<>(parameters);
    fewer.remove("scope");
    return super.challenge(status, request, fewer);
  }
}
