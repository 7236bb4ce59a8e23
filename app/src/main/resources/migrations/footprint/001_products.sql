-- Product models as their canonical text, and the factors that users imported, each import a whole.
CREATE TABLE footprint_product (
  id $IDENTITY,
  company TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL,
  variant_of BIGINT,
  model TEXT NOT NULL,
  changed BIGINT NOT NULL
);
CREATE TABLE footprint_import (
  id $IDENTITY,
  name TEXT NOT NULL,
  format TEXT NOT NULL,
  account TEXT NOT NULL,
  created BIGINT NOT NULL,
  report TEXT NOT NULL
);
CREATE TABLE footprint_factor (
  import_id BIGINT NOT NULL REFERENCES footprint_import(id),
  id TEXT NOT NULL,
  code TEXT NOT NULL,
  name_fr TEXT NOT NULL,
  name_en TEXT NOT NULL,
  impact TEXT NOT NULL,
  value DOUBLE PRECISION NOT NULL,
  unit TEXT NOT NULL,
  geography TEXT NOT NULL,
  year_first INTEGER NOT NULL,
  year_last INTEGER NOT NULL,
  boundary TEXT NOT NULL,
  gwp TEXT NOT NULL,
  uncertainty TEXT NOT NULL,
  source TEXT NOT NULL,
  reference TEXT NOT NULL,
  licence TEXT NOT NULL,
  PRIMARY KEY (import_id, id)
);
