-- What this server itself has cost, hour by hour. Part ENERGY bears the criterion kwh as well.
CREATE TABLE self_hour (
  hour BIGINT NOT NULL,
  part TEXT NOT NULL,
  criterion TEXT NOT NULL,
  amount DOUBLE PRECISION NOT NULL,
  amount_min DOUBLE PRECISION NOT NULL,
  amount_max DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (hour, part, criterion)
);
