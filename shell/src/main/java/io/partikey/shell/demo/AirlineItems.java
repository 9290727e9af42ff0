package io.partikey.shell.demo;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.item.MapValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringSetValue;
import io.partikey.engine.item.StringValue;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Flights, passengers and bookings that are made up, each from its number alone.
 *
 * @param flights how many flights there are
 * @param passengers how many passengers there are
 */
record AirlineItems(int flights, int passengers) {
  private static final long SEED = 20_261_201L;
  private static final LocalDateTime FIRST_DEPARTURE = LocalDateTime.of(2026, 12, 1, 6, 0);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
  private static final int ROWS = 30;

  private static final List<String> HUBS = List.of("LHR", "JFK", "FRA", "SIN");
  private static final List<String> AIRPORTS =
      List.of("LHR", "JFK", "FRA", "SIN", "DUB", "ARN", "BCN", "LIS", "VIE", "ZRH", "HND", "GRU");
  private static final List<String> AIRCRAFT = List.of("A320", "A321", "B738", "E190");
  private static final List<String> FIRST_NAMES =
      List.of("Ada", "Blaise", "Chen", "Dora", "Emil", "Farah", "Grace", "Hugo", "Ines", "Jun");
  private static final List<String> LAST_NAMES =
      List.of("Abebe", "Berg", "Costa", "Dubois", "Evans", "Fischer", "Garcia", "Haas", "Ito");
  private static final List<String> MEALS = List.of("vegan", "halal", "kosher", "gluten-free");

  /** The flight of a number. */
  MapValue flight(int number) {
    SplittableRandom random = random(1, number);
    String from = pick(random, HUBS);
    String to = pick(random, AIRPORTS);
    while (to.equals(from)) {
      to = pick(random, AIRPORTS);
    }
    LocalDateTime departure =
        FIRST_DEPARTURE.plusDays(random.nextInt(60)).plusMinutes(5L * random.nextInt(200));
    Map<String, AttributeValue> flight = new LinkedHashMap<>();
    flight.put("FlightID", text(flightId(number)));
    flight.put("Route", text(from + "-" + to));
    flight.put("DepartsAt", text(departure.format(TIME)));
    flight.put("Aircraft", text(pick(random, AIRCRAFT)));
    flight.put("SeatsLeft", NumberValue.of(20 + random.nextInt(160)));
    if (random.nextInt(10) == 0) {
      flight.put("Stops", new ListValue(List.of(text(pick(random, AIRPORTS)))));
    }
    return new MapValue(flight);
  }

  /** The passenger of a number. */
  MapValue passenger(int number) {
    SplittableRandom random = random(2, number);
    String first = pick(random, FIRST_NAMES);
    String last = pick(random, LAST_NAMES);
    Map<String, AttributeValue> passenger = new LinkedHashMap<>();
    passenger.put("PassengerID", text(passengerId(number)));
    passenger.put("Name", text(first + " " + last));
    passenger.put(
        "Email", text((first + "." + last + number + "@example.org").toLowerCase(Locale.ROOT)));
    passenger.put("Miles", NumberValue.of(random.nextInt(200_000)));
    if (random.nextInt(8) == 0) {
      passenger.put("Meals", StringSetValue.of(List.of(pick(random, MEALS), pick(random, MEALS))));
    }
    return new MapValue(passenger);
  }

  /** The booking of a number; no two have the same seat of a flight. */
  MapValue booking(int number) {
    SplittableRandom random = random(3, number);
    int seat = number / flights;
    Map<String, AttributeValue> booking = new LinkedHashMap<>();
    booking.put("BookingID", text(String.format(Locale.ROOT, "B%06d", number)));
    booking.put("FlightID", text(flightId(number % flights)));
    booking.put("Seat", text(seat(seat)));
    booking.put("PassengerID", text(passengerId(random.nextInt(passengers))));
    booking.put(
        "BookedAt", text(FIRST_DEPARTURE.minusMinutes(1 + random.nextInt(200_000)).format(TIME)));
    booking.put("Fare", NumberValue.of(40 + random.nextInt(960)));
    if (random.nextInt(5) == 0) {
      booking.put("Extras", new MapValue(Map.of("Bags", NumberValue.of(1 + random.nextInt(3)))));
    }
    return new MapValue(booking);
  }

  static String flightId(int number) {
    return String.format(Locale.ROOT, "F%05d", number);
  }

  private static String passengerId(int number) {
    return String.format(Locale.ROOT, "P%06d", number);
  }

  private static String seat(int number) {
    return String.format(Locale.ROOT, "%02d%c", 1 + number % ROWS, 'A' + number / ROWS);
  }

  private static SplittableRandom random(int kind, int number) {
    return new SplittableRandom(SEED * kind + number);
  }

  private static String pick(SplittableRandom random, List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  private static StringValue text(String text) {
    return new StringValue(text);
  }
}
