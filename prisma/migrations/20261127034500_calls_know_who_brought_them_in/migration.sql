-- AlterTable
ALTER TABLE "Call" ADD COLUMN     "originEntryId" UUID;

-- Of calls from before, what the log tells without a doubt: it names the call, or the call's own visit
-- at the very instant at which the call was made.
UPDATE "Call" c SET "originEntryId" = e.id
FROM "AuditEntry" e
WHERE e."organizationId" = c."organizationId" AND e."subjectType" = 'call'
  AND e."subjectId" = c.id::text AND e.action IN ('call.created', 'demo_call.created');
UPDATE "Call" c SET "originEntryId" = e.id
FROM "AuditEntry" e
WHERE e."organizationId" = c."organizationId" AND e."subjectType" = 'service_record'
  AND e."subjectId" = c."serviceRecordId"::text AND e.action = 'service_record.created'
  AND e."createdAt" = c."createdAt" AND c."originEntryId" IS NULL;
