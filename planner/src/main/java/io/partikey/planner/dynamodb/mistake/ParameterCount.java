package io.partikey.planner.dynamodb.mistake;

/** How many parameters a text has, whether it is a statement or not. */
public final class ParameterCount {
  private ParameterCount() {}

  /** The number of question marks outside of quotes and comments. */
  public static int of(String text) {
    return (int)
        TokensAround.around(text, 1, 1).after().stream().filter(token -> token.equals("?")).count();
  }
}
