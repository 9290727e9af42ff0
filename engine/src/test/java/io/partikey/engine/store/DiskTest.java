package io.partikey.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.partikey.engine.backend.Backend;
import io.partikey.testing.ChildProcess;
import io.partikey.testing.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small disks and disks that take no writes, which a process of its own mounts for itself. */
class DiskTest {
  private static final String MOUNT =
      "mount -t tmpfs -o size=$1 tmpfs \"$2\" && shift 2 && exec \"$@\"";

  private static final String READ_ONLY =
      "mount --bind \"$1\" \"$1\" && mount -o remount,ro,bind \"$1\" && shift && exec \"$@\"";

  private final Path disk;
  private final Path errors;

  DiskTest(@TempDir Path directory) throws Exception {
    this.disk = Files.createDirectory(directory.resolve("disk"));
    this.errors = directory.resolve("errors.txt");
    assumeTrue(canMount(), "small disks are made with unshare and mount");
  }

  @Test
  void losesNothingWhenTheLogDoesNotFit() throws Exception {
    List<String> said = run("8m", 20_000, 3, 64);
    assertSaved(said);
  }

  @Test
  void losesNothingWhenATableFileDoesNotFit() throws Exception {
    List<String> said = run("32m", 48_000, 20, 8);
    assertSaved(said);
  }

  @Test
  void readsADatabaseOnADiskThatTakesNoWrites() throws Exception {
    Path path = disk.resolve("db");
    try (Backend backend = TestStore.file(path)) {
      backend.createTable(TestStore.table("T"));
      backend.write(TestStore.replace("T", TestStore.item("a", 1, "")));
    }
    Path none = disk.resolve("none");
    List<String> before =
        List.of("unshare", "-rm", "/bin/bash", "-c", READ_ONLY, "bash", disk.toString());
    try (ChildProcess process =
        JavaCommand.of(ReadOnlyDiskProcess.class)
            .behind(before)
            .start(path.toString(), none.toString())) {
      List<String> said = process.readRest();
      assertThat(said).hasSize(4);
      assertThat(said.get(0))
          .isEqualTo(
              "Database \""
                  + path
                  + "\" cannot be opened: its directory cannot be written. Change the directory's"
                  + " permissions, or open it with readOnly=true.");
      assertThat(said.get(1))
          .startsWith("Database \"" + none + "\" cannot be opened: ")
          .contains("Read-only file system");
      assertThat(said.get(2)).isEqualTo("read {\"pk\":{\"S\":\"a\"},\"sk\":{\"N\":\"1\"}}");
      assertThat(said.get(3))
          .isEqualTo("The connection is read-only. Connect without readOnly=true to write.");
    }
  }

  @Test
  void goesOnWhenThereAreFileHandlesAgain() throws Exception {
    List<String> few = List.of("/bin/bash", "-c", "ulimit -n 120 && exec \"$@\"", "bash");
    try (ChildProcess process =
        JavaCommand.of(FewHandlesProcess.class).behind(few).start(disk.resolve("db").toString())) {
      List<String> said = process.readRest();
      assertThat(said).hasSize(7);
      assertThat(said.get(0)).isEqualTo("problems []");
      assertThat(said.get(1)).isEqualTo("refused written");
      assertThat(said.get(2))
          .startsWith(
              "STORAGE_FAILED The storage of database \""
                  + disk.resolve("db")
                  + "\" failed. Check its disk, its permissions, and the limit of open files (ulimit"
                  + " -n). As soon as that is cured it goes on by itself; SHOW BACKGROUND tells what"
                  + " still fails. (")
          .contains("Too many open files");
      assertThat(said.get(3)).matches("healed with (\\d+) of \\1");
      assertThat(said.get(4)).isEqualTo("problems []");
      assertThat(said.get(5)).matches("reopened with (\\d+) of \\1");
      assertThat(said.get(6)).isEqualTo("problems []");
    }
  }

  private void assertSaved(List<String> said) {
    assertThat(said).hasSize(12);
    String full =
        "DISK_FULL No space is left for database \""
            + disk.resolve("db")
            + "\"; what was to be written was refused, and it can only be read for now. Free some"
            + " space: a few seconds later it takes writes again by itself.";
    assertThat(said.get(0)).startsWith(full);
    assertThat(said.get(1)).matches("has (\\d+) of \\1");
    assertThat(said.get(2)).isEqualTo("full: DISK_FULL");
    assertThat(said.get(3)).startsWith("index: " + full);
    assertThat(said.get(4)).matches("healed with (\\d+) of \\1");
    assertThat(said.get(5)).isEqualTo("problems []");
    assertThat(said.get(6)).isEqualTo("a view from before stays");
    assertThat(said.get(7)).isEqualTo("indexes 0");
    assertThat(said.get(8)).matches("reopened with (\\d+) of \\1");
    assertThat(said.get(9)).isEqualTo("problems []");
    assertThat(said.get(10)).isEqualTo("halves 0");
    assertThat(said.get(11)).isEqualTo("room: written");
  }

  private List<String> run(String size, int itemBytes, int keptMegabytes, int bufferMegabytes)
      throws IOException, InterruptedException {
    List<String> before =
        List.of("unshare", "-rm", "/bin/bash", "-c", MOUNT, "bash", size, disk.toString());
    try (ChildProcess process =
        JavaCommand.of(FullDiskProcess.class)
            .behind(before)
            .withOptions(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dpartikey.memory.writeBuffers=" + bufferMegabytes)
            // The log tells there of the background work that fails for as long as the disk is
            // full.
            .start(
                errors,
                disk.toString(),
                Integer.toString(itemBytes),
                Integer.toString(keptMegabytes))) {
      return process.readRest();
    }
  }

  private boolean canMount() throws InterruptedException {
    try {
      Process mount =
          new ProcessBuilder(
                  "unshare", "-rm", "/bin/bash", "-c", MOUNT, "bash", "1m", disk.toString(), "true")
              .start();
      return mount.waitFor(10, TimeUnit.SECONDS) && mount.exitValue() == 0;
    } catch (IOException noSuchCommand) {
      return false;
    }
  }
}
