package io.partikey.engine.store.rocks;

/** Says that somebody else holds a directory, and what to do. */
final class HeldException extends Exception {
  private static final long serialVersionUID = 1;

  private HeldException(String reason) {
    super(reason);
  }

  static HeldException byProcess(String process) {
    return new HeldException(
        "it is open in "
            + process
            + ". One process holds a database at a time: end that one, or connect within it");
  }

  static HeldException byThisProcess(String copy) {
    return new HeldException(
        "it is open in this very process ("
            + ProcessHandle.current().pid()
            + "), through another copy of the driver, loaded by "
            + copy
            + ". One copy holds a database at a time: close the connections of that one, or"
            + " execute SHUTDOWN in one of them; or load the driver once, where everything that"
            + " connects finds it (in Tomcat: in its directory lib)");
  }
}
