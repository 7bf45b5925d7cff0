-- The country that somebody chose for numbers without a country code in files with such headings.
ALTER TABLE "ColumnChoice" ADD COLUMN "country" TEXT;

ALTER TABLE "ColumnChoice" ADD CONSTRAINT "ColumnChoice_country_check"
  CHECK ("country" ~ '^[A-Z]{2}$');
