-- Prices of suppliers that the companies or the coordinator (empty key) know, one line for each step.
CREATE TABLE territory_offer (
  company_key TEXT NOT NULL,
  supplier TEXT NOT NULL,
  what TEXT NOT NULL,
  from_amount DOUBLE PRECISION NOT NULL,
  eur DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (company_key, supplier, what, from_amount)
);
