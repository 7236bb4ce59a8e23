-- Transport chains and their elements, in order.
CREATE TABLE chains_chain (
  id $IDENTITY,
  company TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL,
  tonnes DOUBLE PRECISION NOT NULL,
  country TEXT NOT NULL,
  year INTEGER NOT NULL,
  changed BIGINT NOT NULL
);
CREATE TABLE chains_element (
  id $IDENTITY,
  chain_id BIGINT NOT NULL REFERENCES chains_chain(id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  flow TEXT NOT NULL DEFAULT '',
  kilometres DOUBLE PRECISION NOT NULL DEFAULT 0,
  distance TEXT NOT NULL DEFAULT 'COUNTED',
  first_value DOUBLE PRECISION,
  second_value DOUBLE PRECISION
);
