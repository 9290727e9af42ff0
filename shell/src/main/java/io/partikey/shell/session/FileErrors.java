package io.partikey.shell.session;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;

/** What went wrong with a file, in words. */
public final class FileErrors {
  private FileErrors() {}

  /** A sentence about an error that a file caused. */
  public static String describe(String file, IOException error) {
    String quoted = '"' + file + '"';
    if (error instanceof NoSuchFileException) {
      return "There is no file " + quoted + '.';
    }
    if (error instanceof AccessDeniedException) {
      return "You may not use the file " + quoted + '.';
    }
    if (error instanceof FileAlreadyExistsException) {
      return "There is already a file " + quoted + '.';
    }
    if (error instanceof CharacterCodingException) {
      return "The file " + quoted + " is not UTF-8 text.";
    }
    if (error instanceof ZipException) {
      return "The file " + quoted + " is not gzip: " + error.getMessage() + '.';
    }
    return "The file " + quoted + " cannot be used: " + error.getMessage();
  }
}
