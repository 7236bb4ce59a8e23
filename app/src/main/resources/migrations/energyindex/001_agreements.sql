-- Agreements and their sites as JSON of the feature's records, one row a site so that an edit writes little; the
-- decision trail as an append-only hash chain per agreement; evidence by content.
CREATE TABLE energyindex_agreement (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  federation TEXT NOT NULL,
  scheme TEXT NOT NULL,
  energy_unit TEXT NOT NULL,
  changed BIGINT NOT NULL
);
CREATE TABLE energyindex_site (
  agreement TEXT NOT NULL REFERENCES energyindex_agreement(id),
  id TEXT NOT NULL,
  position BIGINT NOT NULL,
  version BIGINT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (agreement, id)
);
CREATE TABLE energyindex_decision (
  agreement TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  time BIGINT NOT NULL,
  author TEXT NOT NULL,
  subject TEXT NOT NULL,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (agreement, sequence)
);
CREATE TABLE energyindex_evidence (
  sha256 TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  content $BYTES NOT NULL
);
