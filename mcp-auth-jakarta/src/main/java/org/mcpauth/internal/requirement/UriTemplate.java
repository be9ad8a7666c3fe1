// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.requirement;

import java.util.regex.Pattern;

/**
 * A URI template (RFC 6570) as the name of a resource. Every expression matches any text, which may
 * be more than the server's own matching lets through: that errs on the side of protection.
 */
final class UriTemplate {

  private static final Pattern EXPRESSION = Pattern.compile("\\{[^{}]*}");

  private final Pattern pattern;

  UriTemplate(String template) {
    StringBuilder regex = new StringBuilder();
    int end = 0;
    var expressions = EXPRESSION.matcher(template);
    while (expressions.find()) {
      regex.append(Pattern.quote(template.substring(end, expressions.start()))).append(".*");
      end = expressions.end();
    }
    regex.append(Pattern.quote(template.substring(end)));
    this.pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  static boolean isTemplate(String uri) {
    return EXPRESSION.matcher(uri).find();
  }

  boolean matches(String uri) {
    return pattern.matcher(uri).matches();
  }
}
