// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.mcpauth.InsufficientScopeException;
import org.mcpauth.Scopes;

/**
 * A little MCP server: it lists two tools and a third, calls "open" and "secret", and knows no
 * other. The header {@code X-How} says in which way it answers.
 */
final class ListServlet extends HttpServlet {

  static final String ALL =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[{\"name\":\"open\"},"
          + "{\"name\":\"secret\",\"title\":\"é€😀\"},{\"name\":\"é\"}],\"nextCursor\":\"n\"}}";

  static final String PROGRESS =
      "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{}}";

  @Serial private static final long serialVersionUID = 1L;

  /** The test lets the stream go on. */
  final transient BlockingQueue<String> permits = new LinkedBlockingQueue<>();

  /** What reached the server: names, and what headers said. */
  final transient BlockingQueue<String> seen = new LinkedBlockingQueue<>();

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String how = Optional.ofNullable(request.getHeader("X-How")).orElse("stream");
    if (request.getMethod().equals("GET")) {
      get(how, response);
      return;
    }
    JsonObject message = Json.createReader(request.getInputStream()).readObject();
    seen.add("Accept-Encoding " + request.getHeader("Accept-Encoding"));
    if (message.getString("method").equals("tools/call")) {
      call(message, how, request, response);
    } else {
      list(how, request, response);
    }
  }

  private void get(String how, HttpServletResponse response) throws IOException {
    response.setContentType(how.equals("replay") ? "text/event-stream" : "application/json");
    response.setHeader("ETag", "\"e\"");
    String text = how.equals("replay") ? "data: " + ALL + "\n\n" : ALL;
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** Says the same about any name that it does not know. */
  private void call(
      JsonObject message, String how, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String name = message.getJsonObject("params").getString("name");
    seen.add(name);
    seen.add("Mcp-Name " + request.getHeader("Mcp-Name"));
    seen.add("lengths " + request.getContentLength() + " " + request.getHeader("Content-Length"));
    boolean known = name.equals("open") || name.equals("secret");
    JsonString quoted = Json.createValue((known ? "called " : "Unknown tool: ") + name);
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\""
            + (known ? "result" : "error")
            + "\":{\"text\":"
            + quoted
            + "}}";
    if (how.equals("error")) {
      response.sendError(404, "no " + name);
      return;
    }
    response.setHeader("Mcp-Name", name);
    if (how.equals("events")) {
      response.setContentType("text/event-stream");
      response.getOutputStream().print("id: 1\ndata:\n\n");
      response.flushBuffer();
      response.getOutputStream().write(("data: " + body + "\n\n").getBytes(StandardCharsets.UTF_8));
      return;
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    response.setContentType("application/json");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  private void list(String how, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] all = ALL.getBytes(StandardCharsets.UTF_8);
    response.setContentType("application/json");
    switch (how) {
      case "stream" -> {
        response.setContentLength(all.length);
        response.setHeader("ETag", "\"all\"");
        response.getOutputStream().write(all);
        response.flushBuffer();
      }
      case "writer" -> {
        response.setCharacterEncoding("UTF-8");
        response.setIntHeader("Content-Length", all.length);
        response.getWriter().write(ALL);
        response.getWriter().flush();
      }
      case "closed" -> {
        try (PrintWriter writer = response.getWriter()) {
          writer.write(ALL);
        }
      }
      case "reset" -> {
        response.getWriter().write("half of an answer");
        response.resetBuffer();
        response.getWriter().write("another half");
        response.reset();
        response.setContentType("application/json");
        response.getOutputStream().write(all);
      }
      case "reset-events" -> {
        response.setContentType("text/event-stream");
        response.getWriter().write("data: an event that is taken back\n\n");
        response.resetBuffer();
        response.getWriter().write("data: " + ALL + "\n\n");
      }
      case "text" -> response.getOutputStream().print("secret, in words");
      case "encoded" -> {
        response.setHeader("Content-Encoding", "gzip");
        response.getOutputStream().print("secret, compressed");
      }
      case "large" -> {
        for (int i = 0; i < 300; i++) {
          response.getOutputStream().write(all);
        }
      }
      case "accepted" -> response.setStatus(202);
      case "error" -> response.sendError(404, "no session");
      case "failing" -> {
        response.getOutputStream().write(all);
        throw new IllegalStateException("after a list");
      }
      case "listener" -> listener(all, request.startAsync(), response);
      case "refused" -> {
        response.getWriter().write(ALL);
        throw new InsufficientScopeException(Scopes.of("notes:list"));
      }
      case "timeout" -> timeout(request.startAsync());
      case "async-events" -> asyncEvents(request.startAsync());
      case "async" -> async(request.startAsync());
      case "async-given" -> async(request.startAsync(request, response));
      case "async-current" -> {
        request.startAsync();
        AsyncContext started = request.getAsyncContext();
        started.start(() -> async(started));
      }
      default -> events(response);
    }
  }

  private static void async(AsyncContext async) {
    try {
      async.getResponse().getOutputStream().write(ALL.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    async.complete();
  }

  /** As the MCP Java SDK does: the writer is flushed, never closed. */
  private static void asyncEvents(AsyncContext async) {
    async.start(
        () -> {
          try {
            async.getResponse().setContentType("text/event-stream");
            async.getResponse().getWriter().write("event: message\ndata: " + ALL + "\n\n");
            async.getResponse().flushBuffer();
            async.getResponse().getWriter().write("data: " + ALL);
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
          async.complete();
        });
  }

  private static void timeout(AsyncContext async) {
    async.setTimeout(1_000); // Jetty misses one that is over before the request is put aside
    async.addListener(
        new AsyncListener() {
          @Override
          public void onTimeout(AsyncEvent event) {
            async(event.getAsyncContext());
          }

          @Override
          public void onComplete(AsyncEvent event) {}

          @Override
          public void onError(AsyncEvent event) {}

          @Override
          public void onStartAsync(AsyncEvent event) {}
        });
  }

  private static void listener(byte[] all, AsyncContext async, HttpServletResponse response)
      throws IOException {
    ServletOutputStream out = response.getOutputStream();
    out.setWriteListener(
        new WriteListener() {
          @Override
          public void onWritePossible() throws IOException {
            for (int i = 0; i < all.length && out.isReady(); i++) {
              out.write(all[i]);
            }
            async.complete();
          }

          @Override
          public void onError(Throwable failure) {
            async.complete();
          }
        });
  }

  /** The second event is written when the test says so: when it has seen the first. */
  private void events(HttpServletResponse response) throws IOException {
    response.setContentType("text/event-stream");
    PrintWriter writer = response.getWriter();
    writer.print("id: 1\nevent: message\ndata: " + PROGRESS + "\n\n");
    writer.flush();
    try {
      permits.poll(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    writer.print("id: 2\r\ndata: " + ALL + "\r\n\r\n");
    writer.flush();
  }
}
