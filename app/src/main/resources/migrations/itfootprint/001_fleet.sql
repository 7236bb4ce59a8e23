-- The digital kit of a site: what was set up for each line is kept as its address, so that a configurator shows it again.
CREATE TABLE it_fleet (
  id $IDENTITY,
  site TEXT NOT NULL,
  quantity DOUBLE PRECISION NOT NULL,
  setup TEXT NOT NULL,
  author TEXT NOT NULL,
  changed BIGINT NOT NULL
);
CREATE INDEX it_fleet_site ON it_fleet (site);
