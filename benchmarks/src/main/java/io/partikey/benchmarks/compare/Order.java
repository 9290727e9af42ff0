package io.partikey.benchmarks.compare;

/**
 * One item of the data that is measured.
 *
 * @param customer the partition key
 * @param id the sort key
 * @param city the key of the index
 * @param product the key of an item of another table
 * @param total a small number
 * @param note a text that makes the item as long as its shape says
 */
record Order(String customer, int id, String city, String product, int total, String note) {
  /** What stores without a schema keep of it beside the key. */
  String value() {
    return city + '\t' + product + '\t' + total + '\t' + note;
  }
}
