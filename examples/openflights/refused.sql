-- The routes flown by a Boeing 737-800: no key bounds this question, so it is refused.
SELECT Airline, Route FROM Routes WHERE Equipment = '738';
