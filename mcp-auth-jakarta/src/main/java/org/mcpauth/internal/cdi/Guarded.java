// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.cdi;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.InterceptorBinding;
import java.io.Serial;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds the interceptor to beans with annotations of {@code jakarta.annotation.security} on
 * operations. Those are no interceptor bindings themselves, and must not become any: elsewhere they
 * are the container's.
 */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Guarded {

  /** For the extensions, which put it on classes. */
  final class Literal extends AnnotationLiteral<Guarded> implements Guarded {

    /** The only one that is needed. */
    static final Literal INSTANCE = new Literal();

    @Serial private static final long serialVersionUID = 1L;

    private Literal() {}
  }
}
