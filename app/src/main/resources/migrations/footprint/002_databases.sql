-- Imports belong to the company that made them and may be shared; imports from before were shared by all and stay so.
ALTER TABLE footprint_import ADD COLUMN company TEXT NOT NULL DEFAULT '';
ALTER TABLE footprint_import ADD COLUMN shared INTEGER NOT NULL DEFAULT 1;
CREATE TABLE footprint_database (
  import_id BIGINT PRIMARY KEY REFERENCES footprint_import(id),
  activities INTEGER NOT NULL,
  categories INTEGER NOT NULL,
  content $BYTES NOT NULL
);
