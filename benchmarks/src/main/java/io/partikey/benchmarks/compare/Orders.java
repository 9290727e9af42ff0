package io.partikey.benchmarks.compare;

import java.util.SplittableRandom;

/**
 * The data that is measured: orders by their number from 0 on, the same ones in every store and
 * run.
 *
 * <p>A customer has 100 of them, in sequence; customers do not come in the order of their keys. A
 * city has 20, all over the table. Notes are made of words that occur as often as in a text, so
 * that they compress like one.
 */
final class Orders {
  static final int OF_A_CUSTOMER = 100;
  static final int OF_A_CITY = 20;

  private static final long PRIME = 1_000_000_007L;
  private static final int GOLDEN = 0x9E3779B1;
  private static final int MOST_PRODUCTS = 10_000;
  private static final int NOTES = 4096;

  private final int count;
  private final Shape shape;
  private final String[] notes;

  /** So many orders, rounded up to whole collections. */
  Orders(int count, Shape shape) {
    this.count = Math.max(1, (count + OF_A_CUSTOMER - 1) / OF_A_CUSTOMER) * OF_A_CUSTOMER;
    this.shape = shape;
    this.notes = notes(shape.noteLength());
  }

  Shape shape() {
    return shape;
  }

  int count() {
    return count;
  }

  /** How many products there are. */
  int products() {
    return Math.min(count, MOST_PRODUCTS);
  }

  /** An order by its number. */
  Order order(int number) {
    return new Order(
        customer(number / OF_A_CUSTOMER),
        number % OF_A_CUSTOMER,
        city((int) (number * PRIME % count) / OF_A_CITY),
        product(number),
        50 + number % 400,
        note(number));
  }

  /** A customer's key by the customer's number. */
  String customer(int number) {
    return "C" + Integer.toHexString(number * GOLDEN);
  }

  /** A city's key by the city's number. */
  String city(int number) {
    return "City " + number;
  }

  /** The key of the product of an order by its number. */
  String product(int number) {
    return "P" + Math.floorMod(number * GOLDEN, products());
  }

  /** One of the notes. */
  String note(int number) {
    return notes[Math.floorMod(number * GOLDEN, NOTES)];
  }

  private static String[] notes(int length) {
    SplittableRandom random = new SplittableRandom(length);
    String[] words = new String[2000];
    for (int i = 0; i < words.length; i++) {
      words[i] = word(random);
    }
    String[] notes = new String[NOTES];
    for (int i = 0; i < notes.length; i++) {
      notes[i] = note(random, words, length);
    }
    return notes;
  }

  private static String word(SplittableRandom random) {
    StringBuilder word = new StringBuilder();
    int syllables = 1 + random.nextInt(4);
    for (int i = 0; i < syllables; i++) {
      word.append("bcdfghklmnprstvwz".charAt(random.nextInt(17)));
      word.append("aeiouy".charAt(random.nextInt(6)));
    }
    return word.toString();
  }

  /** Words of which the k-th comes about 1/k as often as the first, as in a text. */
  private static String note(SplittableRandom random, String[] words, int length) {
    StringBuilder note = new StringBuilder();
    while (note.length() < length) {
      note.append(words[(int) Math.pow(words.length, random.nextDouble()) - 1]).append(' ');
    }
    return note.substring(0, length);
  }
}
