package io.partikey.grammar;

import org.jspecify.annotations.Nullable;

/** Translates the code point indexes that tokens carry to the indexes of {@link String}. */
public final class CodePointOffsets {
  private final int @Nullable [] charIndexes;

  private CodePointOffsets(int @Nullable [] charIndexes) {
    this.charIndexes = charIndexes;
  }

  /** The offsets of one text; of no size if all its characters are single. */
  public static CodePointOffsets of(String text) {
    int codePoints = text.codePointCount(0, text.length());
    if (codePoints == text.length()) {
      return new CodePointOffsets(null);
    }
    int[] charIndexes = new int[codePoints + 1];
    int charIndex = 0;
    for (int i = 0; i < codePoints; i++) {
      charIndexes[i] = charIndex;
      charIndex += Character.charCount(text.codePointAt(charIndex));
    }
    charIndexes[codePoints] = charIndex;
    return new CodePointOffsets(charIndexes);
  }

  /** The index of {@link String#charAt} for an index that counts code points. */
  public int charIndex(int codePointIndex) {
    return charIndexes == null ? codePointIndex : charIndexes[codePointIndex];
  }
}
