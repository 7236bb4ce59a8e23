-- Yearly accounts of organisations: what was done, and the electricity contracts. A closed account keeps what its meters said.
CREATE TABLE company_account (
  id $IDENTITY,
  company TEXT NOT NULL DEFAULT '',
  organisation TEXT NOT NULL,
  year INTEGER NOT NULL,
  country TEXT NOT NULL,
  site TEXT NOT NULL DEFAULT '',
  consolidation TEXT NOT NULL,
  boundary TEXT NOT NULL DEFAULT '',
  base INTEGER NOT NULL DEFAULT 0,
  closed BIGINT,
  changed BIGINT NOT NULL
);
CREATE TABLE company_activity (
  id $IDENTITY,
  account_id BIGINT NOT NULL REFERENCES company_account(id),
  name TEXT NOT NULL,
  post TEXT NOT NULL,
  flow TEXT NOT NULL,
  quantity DOUBLE PRECISION NOT NULL,
  unit TEXT NOT NULL,
  kilometres DOUBLE PRECISION NOT NULL DEFAULT 0,
  share DOUBLE PRECISION NOT NULL DEFAULT 1,
  place TEXT NOT NULL,
  origin TEXT NOT NULL,
  uncertainty TEXT NOT NULL DEFAULT '',
  evidence TEXT NOT NULL DEFAULT '',
  meter TEXT NOT NULL DEFAULT '',
  UNIQUE (account_id, name)
);
CREATE TABLE company_contract (
  id $IDENTITY,
  account_id BIGINT NOT NULL REFERENCES company_account(id),
  name TEXT NOT NULL,
  instrument TEXT NOT NULL,
  share DOUBLE PRECISION NOT NULL,
  flow TEXT NOT NULL DEFAULT '',
  kilograms DOUBLE PRECISION,
  evidence TEXT NOT NULL DEFAULT '',
  UNIQUE (account_id, name)
);
