-- What a series stands for on the energy pages: the whole site, a line, a machine.
CREATE TABLE energytwin_meter (
    series BIGINT PRIMARY KEY,
    site TEXT NOT NULL,
    label TEXT NOT NULL,
    role TEXT NOT NULL,
    line INTEGER NOT NULL
);

-- Contract, tariff and limits of a site.
CREATE TABLE energytwin_setting (
    site TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (site, name)
);

-- What is announced beforehand for a day: planned tonnes, forecast temperature, closed (1).
CREATE TABLE energytwin_plan (
    site TEXT NOT NULL,
    day BIGINT NOT NULL,
    name TEXT NOT NULL,
    value DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (site, day, name)
);

-- What was made, batch by batch.
CREATE TABLE energytwin_batch (
    site TEXT NOT NULL,
    id TEXT NOT NULL,
    product TEXT NOT NULL,
    family TEXT NOT NULL,
    line INTEGER NOT NULL,
    from_time BIGINT NOT NULL,
    to_time BIGINT NOT NULL,
    quantity DOUBLE PRECISION NOT NULL,
    unit TEXT NOT NULL,
    PRIMARY KEY (site, id)
);

CREATE INDEX energytwin_batch_time ON energytwin_batch (site, from_time);

-- Groups of alerts, and who has seen them.
CREATE TABLE energytwin_alert (
    site TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    from_time BIGINT NOT NULL,
    to_time BIGINT NOT NULL,
    value DOUBLE PRECISION NOT NULL,
    expected DOUBLE PRECISION NOT NULL,
    unit TEXT NOT NULL,
    excess DOUBLE PRECISION NOT NULL,
    episodes INTEGER NOT NULL,
    seen_by TEXT NOT NULL,
    seen_at BIGINT NOT NULL,
    seen_note TEXT NOT NULL,
    PRIMARY KEY (site, kind, subject, from_time)
);
