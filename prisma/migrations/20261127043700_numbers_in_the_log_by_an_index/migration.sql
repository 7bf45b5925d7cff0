-- Few entries hold a phone number, and each batch of erased visits looks for theirs: without this it
-- read the whole log.
CREATE INDEX "AuditEntry_numbers_idx" ON "AuditEntry" ("organizationId", id)
  WHERE before::text ~ '[+][0-9]{4}' OR after::text ~ '[+][0-9]{4}';
