// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.run;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * An assertion of the level <em>scopes</em>: scopes for each operation, their hierarchy, and
 * messages that must mean one thing only.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Tag("scopes")
public @interface Scopes {}
