package io.partikey.engine.store.rocks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Which directory a path leads to, whatever links, mounts or {@code ..} it goes through: device and
 * inode where the system has them, the real path elsewhere. The one answer to whether two paths
 * name the same database.
 *
 * @param key the same text for the same directory, in every class loader
 */
public record DirectoryIdentity(String key) {
  /**
   * The identity of a directory that exists. Once it was removed another one may get it, unless
   * somebody has it open.
   */
  static DirectoryIdentity of(Path directory) throws IOException {
    @Nullable Object fileKey = Files.readAttributes(directory, BasicFileAttributes.class).fileKey();
    return new DirectoryIdentity(
        fileKey == null ? directory.toRealPath().toString() : fileKey.toString());
  }
}
