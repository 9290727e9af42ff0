-- Airports, airlines and the routes between them, keyed by the questions that are asked.

CREATE TABLE Airports (
  AirportID NUMBER, Name STRING, City STRING, Country STRING, IATA STRING, ICAO STRING,
  Latitude NUMBER, Longitude NUMBER, Altitude NUMBER, UtcOffset NUMBER, DST STRING, Zone STRING,
  PRIMARY KEY (AirportID),
  GLOBAL INDEX ByCode (IATA) INCLUDE (Name, City, Country)
);

CREATE TABLE Airlines (
  AirlineID NUMBER, Name STRING, IATA STRING, ICAO STRING, Country STRING, Active STRING,
  PRIMARY KEY (AirlineID),
  GLOBAL INDEX ByCode (IATA) INCLUDE (Name, Country)
);

-- One airline's routes are one item collection, sorted by route: "VIE-JFK".
CREATE TABLE Routes (
  Airline STRING, Route STRING, Source STRING, Destination STRING, Stops NUMBER, Equipment STRING,
  PRIMARY KEY (Airline, Route),
  GLOBAL INDEX BySource (Source, Airline),
  GLOBAL INDEX ByDestination (Destination, Source)
);
