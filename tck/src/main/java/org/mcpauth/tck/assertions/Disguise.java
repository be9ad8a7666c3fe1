// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.assertions;

import java.util.List;
import org.mcpauth.tck.http.HttpCall;

/** Calls that claim to have been sent to another host than they were. */
final class Disguise {

  /** The other host. */
  static final String HOST = "evil.example";

  private Disguise() {}

  /** All disguises of a call: each header on its own, then what a proxy would send. */
  static List<HttpCall> of(HttpCall call) {
    return List.of(
        call.with("Host", HOST),
        call.with("Host", HOST + ":443"),
        call.adding("X-Forwarded-Host", HOST),
        call.adding("X-Forwarded-Server", HOST),
        call.adding("X-Original-Host", HOST),
        call.adding("X-Host", HOST),
        call.adding("Forwarded", "host=" + HOST + ";proto=https"),
        call.adding("X-Forwarded-Proto", "https"),
        call.adding("X-Forwarded-Port", "4711"),
        call.adding("X-Forwarded-Prefix", "/" + HOST),
        call.adding("X-Forwarded-Host", HOST)
            .adding("X-Forwarded-Proto", "https")
            .adding("X-Forwarded-Port", "443")
            .adding("X-Forwarded-For", "127.0.0.1"),
        call.with("Host", HOST)
            .adding("X-Forwarded-Host", HOST)
            .adding("Forwarded", "host=" + HOST),
        call.target("http://" + HOST + call.target()));
  }
}
