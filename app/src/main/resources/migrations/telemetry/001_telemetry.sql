-- Series and their values. Times are milliseconds since the epoch, days are UTC days since the epoch.
CREATE TABLE telemetry_series (
    id $IDENTITY,
    site TEXT NOT NULL,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    kind TEXT NOT NULL,
    medium TEXT NOT NULL,
    source TEXT NOT NULL,
    wrap_at DOUBLE PRECISION NOT NULL,
    step_millis BIGINT NOT NULL,
    UNIQUE (site, name)
);

-- Points as they arrived, one row for each durable commit, until they are sealed.
CREATE TABLE telemetry_hot (
    id $IDENTITY,
    points INTEGER NOT NULL,
    body $BYTES NOT NULL
);

-- Sealed points: a series' day in one or more parts of rising, disjoint times.
CREATE TABLE telemetry_chunk (
    series BIGINT NOT NULL,
    day INTEGER NOT NULL,
    part INTEGER NOT NULL,
    points INTEGER NOT NULL,
    last_time BIGINT NOT NULL,
    last_value DOUBLE PRECISION NOT NULL,
    body $BYTES NOT NULL,
    PRIMARY KEY (series, day, part)
);

-- How far a source that can be read again has been read, written in one transaction with its points.
CREATE TABLE telemetry_position (
    source TEXT PRIMARY KEY,
    position TEXT NOT NULL
);
