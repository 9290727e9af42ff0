package io.partikey.testing;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a main class of the tests is run in a Java process of its own: by the Java that runs them.
 */
public record JavaCommand(
    List<String> before, List<String> options, String classPath, String mainClass) {

  /** Keeps copies of the lists. */
  public JavaCommand {
    before = List.copyOf(before);
    options = List.copyOf(options);
  }

  /** Runs a class with the class path of the tests, made to start soon rather than to run fast. */
  public static JavaCommand of(Class<?> main) {
    // Surefire's class path stands in a jar's manifest where it is long.
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> quick = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    return new JavaCommand(List.of(), quick, classPath, main.getName());
  }

  /** The same behind words of a command, such as those of a shell that sets limits. */
  public JavaCommand behind(List<String> words) {
    return new JavaCommand(words, options, classPath, mainClass);
  }

  /** The same with these options for the virtual machine and no others. */
  public JavaCommand withOptions(String... only) {
    return new JavaCommand(before, List.of(only), classPath, mainClass);
  }

  /** The same with nothing on the class path but a jar and where a class of the tests stands. */
  public JavaCommand withOnly(Path jar, Class<?> program) {
    try {
      Path classes = Path.of(program.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new JavaCommand(before, options, jar + File.pathSeparator + classes, mainClass);
    } catch (URISyntaxException noFile) {
      throw new IllegalStateException(noFile);
    }
  }

  /** Starts a process whose errors are part of its output. */
  public ChildProcess start(String... arguments) throws IOException {
    return new ChildProcess(builder(arguments).redirectErrorStream(true).start());
  }

  /** Starts a process whose errors go into a file. */
  public ChildProcess start(Path errors, String... arguments) throws IOException {
    return new ChildProcess(builder(arguments).redirectError(errors.toFile()).start());
  }

  private ProcessBuilder builder(String... arguments) {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    // Newer Java warns of RocksDB's native code where nobody says that it is meant.
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", classPath, mainClass));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }
}
