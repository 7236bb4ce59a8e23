-- The newest prediction of a site, made once each morning; kept so that a restart does not learn it again.
CREATE TABLE energytwin_outlook (
    site TEXT NOT NULL PRIMARY KEY,
    morning BIGINT NOT NULL,
    outlook TEXT NOT NULL
);
