package io.partikey.engine.backend;

/**
 * Who may read and write the files that are made for a database, beside the superuser. What is
 * there already keeps its permissions. Of meaning where files have an owner and a group, which is
 * everywhere but on Windows.
 */
public enum FileAccess {
  /** The user whose process makes them. */
  OWNER,
  /** That user, and the group of the directory in which the database lies. */
  GROUP
}
