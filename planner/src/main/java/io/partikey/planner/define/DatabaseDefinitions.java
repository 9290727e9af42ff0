package io.partikey.planner.define;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.StringValue;
import io.partikey.parser.ast.Backup;
import io.partikey.parser.ast.ParameterSyntax;
import io.partikey.parser.ast.StringLiteral;
import io.partikey.planner.bind.BindingErrors;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** BACKUP and SHUTDOWN. */
final class DatabaseDefinitions {
  private DatabaseDefinitions() {}

  static Definition backup(Backup statement) {
    if (statement.directory() instanceof ParameterSyntax) {
      return Definition.withParameter(
          request -> {
            if (!(request.parameters().get(0) instanceof StringValue directory)) {
              throw new EngineException(
                  ErrorCode.INVALID_ARGUMENT, "The directory of a backup is a string.");
            }
            request.backend().backup(path(directory.text()));
          });
    }
    if (statement.directory() instanceof StringLiteral directory) {
      Path path = path(directory.value());
      return Definition.of(request -> request.backend().backup(path));
    }
    throw BindingErrors.at(
        statement.directory().span(),
        ErrorCode.VALIDATION,
        "The directory of a backup is a string in quotes or a parameter.");
  }

  private static Path path(String directory) {
    try {
      return Path.of(directory);
    } catch (InvalidPathException noPath) {
      throw new EngineException(
          ErrorCode.INVALID_ARGUMENT, "\"" + directory + "\" is no directory.", noPath);
    }
  }

  static Definition shutdown() {
    return Definition.of(request -> request.backend().shutdown());
  }
}
