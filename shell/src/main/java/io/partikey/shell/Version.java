package io.partikey.shell;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, from the manifest of its jar. */
final class Version implements IVersionProvider {
  /** The version, {@code unknown} outside of a jar. */
  static String number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("unknown");
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "PartiKey " + number(), "Java " + Runtime.version() + ", " + System.getProperty("os.name")
    };
  }
}
