-- A text as a search compares it, exactly as `foldText` of the domain has it. Most texts are plain
-- ASCII, for which a few cheap steps do.
CREATE FUNCTION ringback_fold(given text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN CASE WHEN octet_length(given) = length(given) THEN lower(given COLLATE "C")
    ELSE replace(replace(replace(replace(translate(
      regexp_replace(normalize(lower(given COLLATE "und-x-icu"), NFD) COLLATE "C", '[\u0300-\u036f]+', '', 'g'),
      'øłđðıħς', 'olddihσ'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th')
  END;

-- `array_to_string` is not immutable, since it writes values of every type; of texts it is.
CREATE FUNCTION ringback_joined(given text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN array_to_string(given, chr(31));

-- What a search for calls looks into, kept folded: to fold a hundred thousand texts anew for each
-- search takes seconds. Parts are kept apart by a character that nobody types.
ALTER TABLE "Call" ADD COLUMN "searchText" TEXT GENERATED ALWAYS AS
  (ringback_fold("customerName" || chr(31) || "phoneNumber" || chr(31) || ringback_joined("tags"))) STORED;
ALTER TABLE "ServiceRecord" ADD COLUMN "searchText" TEXT GENERATED ALWAYS AS
  (ringback_fold("externalId" || chr(31) || coalesce("vehicleInfo" ->> 'vehicleNumber', ''))) STORED;
