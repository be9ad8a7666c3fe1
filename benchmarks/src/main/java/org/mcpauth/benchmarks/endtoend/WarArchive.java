// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.endtoend;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jose4j.jws.JsonWebSignature;
import org.jspecify.annotations.NullMarked;
import org.mcpauth.RequiresScope;
import org.mcpauth.benchmarks.war.EchoTools;
import org.mcpauth.benchmarks.war.McpServlet;
import org.mcpauth.internal.engine.AuthorizationEngine;
import org.slf4j.Logger;

/**
 * Packs the application, from the classes that this JVM runs with: the same classes with the
 * library and without it.
 */
final class WarArchive {

  private static final List<Class<?>> CLASSES = List.of(McpServlet.class, EchoTools.class);

  private static final List<Class<?>> ALWAYS = List.of(RequiresScope.class, NullMarked.class);

  private static final List<Class<?>> LIBRARY =
      List.of(AuthorizationEngine.class, JsonWebSignature.class, Caffeine.class, Logger.class);

  private static final String BEANS =
      """
      <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0"
             bean-discovery-mode="annotated"/>
      """;

  private WarArchive() {}

  /** Writes a WAR. */
  static void write(Path war, boolean isProtected) throws IOException {
    List<Class<?>> libraries = new ArrayList<>(ALWAYS);
    if (isProtected) {
      libraries.addAll(LIBRARY);
    }
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
      addBeans(zip, "WEB-INF/beans.xml", "WEB-INF/classes/", CLASSES);
      for (Class<?> type : libraries) {
        Path location = location(type);
        add(zip, "WEB-INF/lib/" + jarName(type, location), jar(location));
      }
    }
  }

  /** A jar with beans. */
  static byte[] beanArchive(List<Class<?>> types) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      addBeans(zip, "META-INF/beans.xml", "", types);
    }
    return bytes.toByteArray();
  }

  private static void addBeans(
      ZipOutputStream zip, String descriptor, String root, List<Class<?>> types)
      throws IOException {
    add(zip, descriptor, BEANS.getBytes(StandardCharsets.UTF_8));
    for (Class<?> type : types) {
      String file = type.getName().replace('.', '/') + ".class";
      add(zip, root + file, resource(file));
    }
  }

  private static byte[] resource(String file) throws IOException {
    try (InputStream in = WarArchive.class.getResourceAsStream("/" + file)) {
      if (in == null) {
        throw new IOException(file + " is not on the class path");
      }
      return in.readAllBytes();
    }
  }

  private static Path location(Class<?> type) throws IOException {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("cannot tell where " + type + " comes from", e);
    }
  }

  private static String jarName(Class<?> type, Path location) {
    return Files.isDirectory(location)
        ? type.getPackageName() + ".jar"
        : String.valueOf(location.getFileName());
  }

  /** A jar; or a directory as one, when Maven has not come to packing a module yet. */
  private static byte[] jar(Path location) throws IOException {
    return Files.isDirectory(location) ? pack(location) : Files.readAllBytes(location);
  }

  private static byte[] pack(Path directory) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes);
        Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = directory.relativize(file).toString().replace('\\', '/');
        add(zip, name, Files.readAllBytes(file));
      }
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
