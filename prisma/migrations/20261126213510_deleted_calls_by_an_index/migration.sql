-- Few calls are deleted by a person, and erasing visits looks for theirs: without this it read every
-- entry about any call.
CREATE INDEX "AuditEntry_deleted_calls_idx" ON "AuditEntry" ("organizationId", id) WHERE action = 'call.deleted';
