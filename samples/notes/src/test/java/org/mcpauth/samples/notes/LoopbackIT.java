// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody but this machine reaches a sample. */
@ExtendWith(NotesExtension.class)
class LoopbackIT {

  private static final String LISTENING = "0A";
  private static final Set<String> LOOPBACK =
      Set.of(
          "0100007F",
          "00000000000000000000000001000000",
          // ::ffff:127.0.0.1
          "0000000000000000FFFF00000100007F");

  private final RunningNotes notes;

  LoopbackIT(RunningNotes notes) {
    this.notes = notes;
  }

  @Test
  void payaraWhenRunningThenListensOnLoopbackOnly() throws IOException {
    Path process = Path.of("/proc", Long.toString(notes.pid()));
    assumeTrue(Files.isDirectory(process.resolve("fd")), "needs the /proc of Linux");
    List<String> addresses = listeningAddresses(process);
    assertThat(addresses).isNotEmpty().isSubsetOf(LOOPBACK);
  }

  private static List<String> listeningAddresses(Path process) throws IOException {
    Set<String> inodes = socketInodes(process.resolve("fd"));
    List<String> addresses = new ArrayList<>();
    for (String table : List.of("tcp", "tcp6")) {
      Path file = process.resolve("net").resolve(table);
      if (Files.exists(file)) {
        for (String line : Files.readAllLines(file)) {
          String[] columns = line.strip().split("\\s+", -1);
          if (columns[3].equals(LISTENING) && inodes.contains(columns[9])) {
            addresses.add(columns[1].substring(0, columns[1].indexOf(':')));
          }
        }
      }
    }
    return addresses;
  }

  private static Set<String> socketInodes(Path descriptors) throws IOException {
    Set<String> inodes = new HashSet<>();
    try (Stream<Path> all = Files.list(descriptors)) {
      for (Path descriptor : all.toList()) {
        String target = target(descriptor);
        if (target.startsWith("socket:[")) {
          inodes.add(target.substring("socket:[".length(), target.length() - 1));
        }
      }
    }
    return inodes;
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      return "closed in the meantime";
    }
  }
}
