-- Digital services as their owners described them; what was filled in is kept as it was, so that a form shows it again.
CREATE TABLE digital_service (
  id $IDENTITY,
  name TEXT NOT NULL,
  fields TEXT NOT NULL,
  author TEXT NOT NULL,
  changed BIGINT NOT NULL
);
