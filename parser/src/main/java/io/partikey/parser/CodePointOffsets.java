package io.partikey.parser;

import org.jspecify.annotations.Nullable;

/** Translates the code point indexes that tokens carry to the indexes of {@link String}. */
final class CodePointOffsets {
  private final int @Nullable [] charIndexes;

  private CodePointOffsets(int @Nullable [] charIndexes) {
    this.charIndexes = charIndexes;
  }

  static CodePointOffsets of(String text) {
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

  int charIndex(int codePointIndex) {
    return charIndexes == null ? codePointIndex : charIndexes[codePointIndex];
  }
}
