-- What arrived and was not kept: one row for each source, series and reason.
CREATE TABLE ingest_quarantine (
    id $IDENTITY,
    source TEXT NOT NULL,
    site TEXT NOT NULL,
    series TEXT NOT NULL,
    reason TEXT NOT NULL,
    unit TEXT NOT NULL,
    detail TEXT NOT NULL,
    seen BIGINT NOT NULL,
    kept BIGINT NOT NULL,
    first_seen BIGINT NOT NULL,
    last_seen BIGINT NOT NULL,
    last_time BIGINT NOT NULL,
    last_value DOUBLE PRECISION NOT NULL,
    UNIQUE (source, site, series, reason)
);

-- The points of a quarantined row, so that accepting its series loses none of them.
CREATE TABLE ingest_kept (
    id $IDENTITY,
    quarantine BIGINT NOT NULL,
    points INTEGER NOT NULL,
    body $BYTES NOT NULL
);
CREATE INDEX ingest_kept_quarantine ON ingest_kept (quarantine);

-- Connections to brokers, servers and devices; settings are JSON.
CREATE TABLE ingest_connection (
    id $IDENTITY,
    name TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    settings TEXT NOT NULL,
    enabled INTEGER NOT NULL
);

-- Files that were imported; a file of the same content changes nothing.
CREATE TABLE ingest_import (
    id $IDENTITY,
    file TEXT NOT NULL,
    hash TEXT NOT NULL,
    site TEXT NOT NULL,
    who TEXT NOT NULL,
    imported_at BIGINT NOT NULL,
    points BIGINT NOT NULL,
    series INTEGER NOT NULL,
    mapping TEXT NOT NULL
);
