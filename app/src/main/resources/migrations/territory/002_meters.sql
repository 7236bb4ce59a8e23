-- Meters that tell a flow (subject flow:<id>) or a running exchange (subject synergy:<token>).
CREATE TABLE territory_meter (
  subject TEXT PRIMARY KEY,
  site TEXT NOT NULL,
  series TEXT NOT NULL,
  factor DOUBLE PRECISION NOT NULL,
  days INTEGER NOT NULL,
  hours TEXT NOT NULL,
  updated BIGINT NOT NULL
);
ALTER TABLE territory_synergy ADD COLUMN running_since BIGINT NOT NULL DEFAULT 0;
