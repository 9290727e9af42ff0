-- The routes from Vienna, by airline.
SELECT Airline, Destination FROM Routes WHERE Source = 'VIE' ORDER BY Airline;

-- The routes between London Heathrow and New York JFK.
SELECT Airline, Equipment FROM Routes WHERE Source = 'LHR' AND Destination = 'JFK';

-- The routes of Austrian from VIE-A to VIE-G.
SELECT Route, Stops FROM Routes WHERE Airline = 'OS' AND Route BETWEEN 'VIE-A' AND 'VIE-G';

-- How many routes Ryanair has.
SELECT COUNT(*) AS Routes FROM Routes WHERE Airline = 'FR';
