// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.launcher;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Takes the arguments of Payara Micro; the name of the "WAR" says what it does with them. */
public final class FakeServer {

  static final String ENDS = "ends.war";
  static final String SILENT = "silent.war";
  static final String ANSWERS = "answers.war";
  static final String IS_NOT_THERE = "is-not-there.war";
  static final String CANNOT_BE_LOADED = "cannot-be-loaded.war";

  private static final int EXIT_CODE = 3;

  private FakeServer() {}

  public static void main(String... arguments) throws Exception {
    List<String> list = List.of(arguments);
    Path war = Path.of(after(list, "--deploy"));
    System.out.println("log of the server, grüße");
    switch (war.getFileName().toString()) {
      case ENDS -> System.exit(EXIT_CODE);
      case SILENT -> new CountDownLatch(1).await();
      case ANSWERS -> serve(list, 401);
      case IS_NOT_THERE -> serve(list, 404);
      case CANNOT_BE_LOADED -> {
        System.out.println("Exception while loading the app : MCPAUTH-1002: the reason");
        serve(list, 404);
      }
      default -> throw new IllegalArgumentException(war.toString());
    }
  }

  /** Answers with the system properties that it was given. */
  private static void serve(List<String> arguments, int status) throws IOException {
    int port = Integer.parseInt(after(arguments, "--port"));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    byte[] body = Files.readAllBytes(Path.of(after(arguments, "--systemproperties")));
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(status, body.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
    server.start();
  }

  private static String after(List<String> arguments, String name) {
    return arguments.get(arguments.indexOf(name) + 1);
  }

  /** A jar that starts this class. */
  static Path jar(Path directory) {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, FakeServer.class.getName());
    attributes.put(
        Attributes.Name.CLASS_PATH,
        FakeServer.class.getProtectionDomain().getCodeSource().getLocation().toString());
    Path jar = directory.resolve("server.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.finish();
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path war(Path directory, String name) {
    try {
      return Files.writeString(directory.resolve(name), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
