-- Sites, flows and hubs of the territory, and the synergies between them. A synergy is known by a random token.
CREATE TABLE territory_site (
  id TEXT PRIMARY KEY,
  company TEXT NOT NULL,
  company_key TEXT NOT NULL,
  name TEXT NOT NULL,
  latitude DOUBLE PRECISION NOT NULL,
  longitude DOUBLE PRECISION NOT NULL,
  activity TEXT NOT NULL,
  employees DOUBLE PRECISION NOT NULL,
  social INTEGER NOT NULL,
  permits TEXT NOT NULL
);
CREATE INDEX territory_site_company ON territory_site(company_key);
CREATE TABLE territory_flow (
  id TEXT PRIMARY KEY,
  site_id TEXT NOT NULL REFERENCES territory_site(id),
  direction TEXT NOT NULL,
  kind TEXT NOT NULL,
  waste_code TEXT NOT NULL,
  resource TEXT NOT NULL,
  label TEXT NOT NULL,
  amount DOUBLE PRECISION NOT NULL,
  amount_min DOUBLE PRECISION NOT NULL,
  amount_max DOUBLE PRECISION NOT NULL,
  months TEXT NOT NULL,
  properties TEXT NOT NULL,
  status TEXT NOT NULL,
  hazards TEXT NOT NULL,
  operation TEXT NOT NULL,
  eur_per_unit DOUBLE PRECISION NOT NULL,
  contract_end TEXT NOT NULL,
  confidence TEXT NOT NULL,
  origin TEXT NOT NULL
);
CREATE INDEX territory_flow_site ON territory_flow(site_id);
CREATE TABLE territory_hub (
  id TEXT PRIMARY KEY,
  company_key TEXT NOT NULL,
  name TEXT NOT NULL,
  latitude DOUBLE PRECISION NOT NULL,
  longitude DOUBLE PRECISION NOT NULL,
  accepts TEXT NOT NULL,
  gives TEXT NOT NULL,
  capacity DOUBLE PRECISION NOT NULL,
  fixed_eur DOUBLE PRECISION NOT NULL,
  yield DOUBLE PRECISION NOT NULL,
  limit_name TEXT NOT NULL,
  limit_value DOUBLE PRECISION NOT NULL
);
CREATE TABLE territory_synergy (
  token TEXT PRIMARY KEY,
  out_flow TEXT NOT NULL,
  in_flow TEXT NOT NULL,
  score DOUBLE PRECISION NOT NULL,
  stage TEXT NOT NULL,
  promised DOUBLE PRECISION NOT NULL,
  created BIGINT NOT NULL,
  UNIQUE (out_flow, in_flow)
);
CREATE TABLE territory_consent (
  token TEXT NOT NULL REFERENCES territory_synergy(token),
  company_key TEXT NOT NULL,
  account TEXT NOT NULL,
  time BIGINT NOT NULL,
  PRIMARY KEY (token, company_key)
);
CREATE TABLE territory_answer (
  token TEXT NOT NULL REFERENCES territory_synergy(token),
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  account TEXT NOT NULL,
  time BIGINT NOT NULL,
  PRIMARY KEY (token, question)
);
CREATE TABLE territory_measured (
  token TEXT NOT NULL REFERENCES territory_synergy(token),
  period TEXT NOT NULL,
  amount DOUBLE PRECISION NOT NULL,
  account TEXT NOT NULL,
  PRIMARY KEY (token, period)
);
