// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.pages;

import org.mcpauth.devserver.internal.http.Response;

/** What a person sees when there is nowhere safe to redirect to. */
public final class ErrorPage {

  private ErrorPage() {}

  /**
   * A page that explains.
   *
   * @param status the status code
   * @param explanation plain text
   * @return the page
   */
  public static Response of(int status, String explanation) {
    return Html.page(
        status,
        "This request cannot be authorized",
        "<p role=\"alert\" class=\"error\">" + Html.escape(explanation) + "</p>");
  }
}
