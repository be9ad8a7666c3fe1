// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.tck.run;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** An assertion of the level <em>core</em>: challenges, metadata, tokens and audience. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Tag("core")
public @interface Core {}
