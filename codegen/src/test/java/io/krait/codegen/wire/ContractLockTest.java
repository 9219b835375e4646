package io.krait.codegen.wire;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.krait.codegen.Descriptors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The wire contract is what plugins that exist already were built with, so it may not change: what
 * {@code proto/} declares is compared with the table in {@code proto/contract.lock}.
 */
class ContractLockTest {

  private static final Path LOCK = Path.of("..", "proto", "contract.lock");

  private final SortedSet<String> found =
      WireTable.of(Descriptors.CONTRACT, Descriptors.filesOf(Descriptors.CONTRACT));

  @Test
  void contractIsWhatTheLockSays() throws IOException {
    SortedSet<String> locked =
        Files.readAllLines(LOCK).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .collect(toCollection(TreeSet::new));

    List<String> differences =
        Stream.concat(
                locked.stream().filter(line -> !found.contains(line)).map(line -> "- " + line),
                found.stream().filter(line -> !locked.contains(line)).map(line -> "+ " + line))
            .sorted(Comparator.comparing(line -> line.substring(2)))
            .toList();

    if (!differences.isEmpty()) {
      Path table = Files.write(Path.of("target", "contract.lock"), found);
      fail(
          """
          %d lines differ: proto/contract.lock has those with -, the proto files those with +

          %s

          Package %s is frozen, since peers that are deployed already speak it: undo the change, \
          or make it in package krait.v1 if it adds something. If it is the lock that is wrong, \
          the table for the proto files is in codegen/%s.
          """,
          differences.size(), String.join("\n", differences), Descriptors.CONTRACT, table);
    }
  }

  @Test
  void contractIsComplete() {
    assertThat(count("message ")).as("messages").isEqualTo(648);
    assertThat(count("field ")).as("fields").isEqualTo(1614);
    assertThat(count("enum ")).as("enums").isEqualTo(2);
    assertThat(count("rpc ")).as("methods").isEqualTo(278);
    assertThat(count("rpc PluginHooks.")).as("hooks").isEqualTo(42);
  }

  private long count(String start) {
    return found.stream().filter(line -> line.startsWith(start)).count();
  }
}
