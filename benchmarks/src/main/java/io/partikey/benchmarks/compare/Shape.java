package io.partikey.benchmarks.compare;

/** How large an item is. */
enum Shape {
  /** About 300 bytes with its key. */
  SMALL(250),

  /** About 4 KB with its key. */
  LARGE(4000);

  private final int noteLength;

  Shape(int noteLength) {
    this.noteLength = noteLength;
  }

  /** The length of the one long text of an item, in characters, which are bytes. */
  int noteLength() {
    return noteLength;
  }
}
