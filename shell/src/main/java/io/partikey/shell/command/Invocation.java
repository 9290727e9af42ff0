package io.partikey.shell.command;

import io.partikey.shell.session.Session;

/**
 * A command that was typed.
 *
 * @param interpreter the interpreter that runs it
 * @param arguments what follows its name
 */
record Invocation(Interpreter interpreter, Arguments arguments) {
  /** The session that it acts on. */
  Session session() {
    return interpreter.session();
  }
}
