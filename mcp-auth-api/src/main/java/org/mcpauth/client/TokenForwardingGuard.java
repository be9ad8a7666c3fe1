// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.client;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.Form;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Does not let the caller's own token out: a request that has it in a header, in its URL or in an
 * entity that is text, bytes or a form is not sent. Every MicroProfile REST client has this filter
 * by itself, and so has a JAX-RS client whose implementation finds features as services (Jersey);
 * on others it is registered with {@code client.register(TokenForwardingGuard.class)}.
 *
 * <p>It runs after all other filters. Entities of other types are not looked into, nor is what a
 * {@code WriterInterceptor} adds. Instances have no state and are safe for use by several threads.
 */
@Priority(Integer.MAX_VALUE)
public final class TokenForwardingGuard implements ClientRequestFilter {

  /** Made by the JAX-RS implementation. */
  public TokenForwardingGuard() {}

  /**
   * Looks at a request.
   *
   * @param request the request
   * @throws TokenPassthroughException if it carries the caller's token; it is not sent then
   */
  @Override
  public void filter(ClientRequestContext request) {
    CDI<Object> beans;
    try {
      beans = CDI.current();
    } catch (IllegalStateException e) {
      // Where there is no CDI, there is no request of a caller either.
      return;
    }
    beans.select(TokenPassthrough.class).get().refuse(request.getUri(), texts(request));
  }

  private static List<String> texts(ClientRequestContext request) {
    List<String> texts = new ArrayList<>();
    texts.add(request.getUri().toString());
    request.getStringHeaders().values().forEach(texts::addAll);
    addEntity(request.hasEntity() ? request.getEntity() : null, texts);
    return texts;
  }

  private static void addEntity(@Nullable Object entity, List<String> texts) {
    if (entity instanceof Form form) {
      addEntity(form.asMap(), texts);
    } else if (entity instanceof Map<?, ?> map) {
      map.keySet().forEach(name -> addEntity(name, texts));
      map.values().forEach(value -> addEntity(value, texts));
    } else if (entity instanceof Collection<?> values) {
      values.forEach(value -> addEntity(value, texts));
    } else if (entity instanceof byte[] bytes) {
      texts.add(new String(bytes, StandardCharsets.UTF_8));
    } else if (entity instanceof CharSequence text) {
      texts.add(text.toString());
    }
  }
}
