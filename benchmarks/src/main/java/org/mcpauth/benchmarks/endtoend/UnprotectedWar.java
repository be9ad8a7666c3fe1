// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.benchmarks.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.mcpauth.benchmarks.war.FixedCaller;

/**
 * The twin of a protected WAR: in place of the library it has a jar with a bean that says who
 * calls, so that the application itself is the same to the byte.
 */
final class UnprotectedWar {

  private static final Pattern LIBRARY = Pattern.compile("WEB-INF/lib/mcp-auth-jakarta-.*\\.jar");
  private static final String REPLACEMENT = "WEB-INF/lib/fixed-caller.jar";

  private UnprotectedWar() {}

  /** Writes the twin of a WAR. */
  static void write(Path original, Path war) throws IOException {
    boolean replaced = false;
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(original));
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(war))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        boolean library = LIBRARY.matcher(entry.getName()).matches();
        replaced |= library;
        out.putNextEntry(new ZipEntry(library ? REPLACEMENT : entry.getName()));
        if (library) {
          out.write(WarArchive.beanArchive(List.of(FixedCaller.class, FixedCaller.Caller.class)));
        } else {
          in.transferTo(out);
        }
        out.closeEntry();
      }
    }
    if (!replaced) {
      throw new IOException(original + " is not protected");
    }
  }
}
