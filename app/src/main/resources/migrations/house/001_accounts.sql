-- People, their sessions and tokens, the trail of what they did, and the sites. Times are epoch milliseconds.
CREATE TABLE account (
  id $IDENTITY,
  name TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL,
  company TEXT NOT NULL DEFAULT '',
  password_hash TEXT NOT NULL,
  active INTEGER NOT NULL DEFAULT 1,
  created BIGINT NOT NULL
);
CREATE TABLE session (
  token_hash TEXT PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES account(id),
  csrf TEXT NOT NULL,
  expires BIGINT NOT NULL
);
CREATE TABLE api_token (
  id $IDENTITY,
  account_id BIGINT NOT NULL REFERENCES account(id),
  label TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  created BIGINT NOT NULL
);
CREATE TABLE audit (
  id $IDENTITY,
  time BIGINT NOT NULL,
  account TEXT NOT NULL,
  action TEXT NOT NULL,
  target TEXT NOT NULL,
  detail TEXT NOT NULL
);
CREATE INDEX audit_time ON audit(time);
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
);
CREATE TABLE site (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  company TEXT NOT NULL DEFAULT '',
  territory TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL DEFAULT 'FR',
  time_zone TEXT NOT NULL DEFAULT 'Europe/Paris'
);
