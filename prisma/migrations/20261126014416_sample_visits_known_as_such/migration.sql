-- AlterTable
ALTER TABLE "Organization" ADD COLUMN     "sampleLoadedAt" TIMESTAMPTZ(3),
ADD COLUMN     "sampleRemovedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "ServiceRecord" ADD COLUMN     "isSample" BOOLEAN NOT NULL DEFAULT false;

-- Demos that are there already were given theirs at their first start.
UPDATE "Organization" o SET "sampleLoadedAt" = o."createdAt"
WHERE o."isDemo" AND EXISTS (SELECT FROM "ServiceRecord" s WHERE s."organizationId" = o.id);

UPDATE "ServiceRecord" s SET "isSample" = true
FROM "Organization" o
WHERE o.id = s."organizationId" AND o."isDemo" AND NOT s."isDemo" AND s."externalId" ~ '^RO-48[0-9]{3}$'
  AND NOT EXISTS (SELECT FROM "ImportedVisit" v
    WHERE v."organizationId" = s."organizationId" AND v."serviceRecordId" = s.id);
