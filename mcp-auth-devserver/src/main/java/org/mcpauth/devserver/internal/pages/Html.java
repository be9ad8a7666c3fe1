// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.devserver.internal.pages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.mcpauth.devserver.internal.http.Response;

/** The frame around every page, and the one way to put text into it. */
final class Html {

  private static final String STYLE =
      "body{font:1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem;"
          + "color:#111;background:#fff}label{display:block;margin:.75rem 0}"
          + "input[type=text],input[type=password]{display:block;width:100%;padding:.5rem;"
          + "font:inherit;box-sizing:border-box}button{font:inherit;padding:.5rem 1.25rem;"
          + "margin:.5rem .5rem 0 0}dt{font-weight:600}dd{margin:0 0 .75rem;"
          + "overflow-wrap:anywhere}.error{border-left:.3rem solid #b00020;padding-left:.75rem}";

  /**
   * No script, no frame, no other origin. There is no form-action: Chromium applies it to redirects
   * after a form as well, and would stop the one to the client.
   */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src '%s'; base-uri 'none'; frame-ancestors 'none'"
          .formatted(sha256(STYLE));

  private Html() {}

  static Response page(int status, String title, String main) {
    String html =
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <style>%s</style>
        </head>
        <body>
        <main>
        <h1>%s</h1>
        %s
        </main>
        </body>
        </html>
        """
            .formatted(escape(title), STYLE, escape(title), main);
    return new Response(status, headers(), html);
  }

  private static Map<String, String> headers() {
    return Map.of(
        "Content-Type", "text/html; charset=utf-8",
        "Content-Security-Policy", CONTENT_SECURITY_POLICY,
        "X-Frame-Options", "DENY",
        "X-Content-Type-Options", "nosniff",
        "Referrer-Policy", "no-referrer",
        "Cache-Control", "no-store");
  }

  /** Safe as element content and inside a quoted attribute. */
  static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(c);
              }
            });
    return safe.toString();
  }

  private static String sha256(String style) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
