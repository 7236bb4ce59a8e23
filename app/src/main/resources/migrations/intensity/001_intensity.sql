-- Carbon intensities of grids by the hour: kg CO2e per kWh as big-endian floats, NaN where unknown.
CREATE TABLE intensity_series (
  id $IDENTITY,
  company TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL,
  country TEXT NOT NULL,
  layout TEXT NOT NULL,
  source TEXT NOT NULL,
  start BIGINT NOT NULL,
  hours INTEGER NOT NULL,
  body $BYTES NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  created BIGINT NOT NULL
);
