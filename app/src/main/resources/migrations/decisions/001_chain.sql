-- Append-only chains: decisions and other trails; each entry carries the hash of the one before.
CREATE TABLE chain_entry (
  chain TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  time BIGINT NOT NULL,
  author TEXT NOT NULL,
  subject TEXT NOT NULL,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (chain, sequence)
);
CREATE INDEX chain_entry_subject ON chain_entry(chain, subject);
CREATE TABLE evidence (
  hash TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  size BIGINT NOT NULL,
  content $BYTES NOT NULL
);
