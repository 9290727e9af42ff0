--liquibase formatted sql

--changeset airline:1
CREATE TABLE Crew (Name STRING, Rank STRING, PRIMARY KEY (Name));

--changeset airline:2
INSERT INTO Crew (Name, Rank) VALUES ('ada', 'captain');
INSERT INTO Crew (Name, Rank) VALUES ('bob', 'first officer');

--changeset airline:3
CREATE GLOBAL INDEX ByRank ON Crew (Rank, Name);
