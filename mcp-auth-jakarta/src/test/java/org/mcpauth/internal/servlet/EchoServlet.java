// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.internal.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says who called and what was sent. The header {@code X-How} says how it reads that. */
final class EchoServlet extends HttpServlet {

  @Serial private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    switch (Optional.ofNullable(request.getHeader("X-How")).orElse("stream")) {
      case "reader" ->
          write(request, response, request.getReader().lines().collect(Collectors.joining()));
      case "bytes" -> write(request, response, byteByByte(request));
      case "listener" -> listen(request, response);
      default ->
          write(
              request,
              response,
              new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Asks for the stream again and again, as the contract of a request allows. */
  private static String byteByByte(HttpServletRequest request) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int next = request.getInputStream().read();
    while (next >= 0 && bytes.size() < 10_000) {
      bytes.write(next);
      next = request.getInputStream().read();
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static void listen(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    AsyncContext async = request.startAsync(request, response);
    ServletInputStream in = request.getInputStream();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    in.setReadListener(
        new ReadListener() {
          @Override
          public void onDataAvailable() throws IOException {
            while (in.isReady() && !in.isFinished()) {
              bytes.write(in.read());
            }
          }

          @Override
          public void onAllDataRead() throws IOException {
            write(request, response, bytes.toString(StandardCharsets.UTF_8));
            async.complete();
          }

          @Override
          public void onError(Throwable failure) {
            async.complete();
          }
        });
  }

  private static void write(HttpServletRequest request, HttpServletResponse response, String body)
      throws IOException {
    response.setContentType("text/plain; charset=utf-8");
    String name =
        Optional.ofNullable(request.getUserPrincipal()).map(Principal::getName).orElse("nobody");
    response
        .getWriter()
        .printf(
            "%s %s %s %s %s %s",
            name,
            request.getRemoteUser(),
            request.getAuthType(),
            request.isUserInRole("notes:read"),
            request.isUserInRole("notes:admin"),
            body);
  }
}
