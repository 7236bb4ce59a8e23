-- Which telemetry series gives the quantity or the energy of a post, or an energy vector of a whole site (post empty).
CREATE TABLE energyindex_link (
  agreement TEXT NOT NULL,
  site TEXT NOT NULL,
  post TEXT NOT NULL,
  series BIGINT NOT NULL,
  vector TEXT NOT NULL,
  PRIMARY KEY (agreement, site, post, series)
);
