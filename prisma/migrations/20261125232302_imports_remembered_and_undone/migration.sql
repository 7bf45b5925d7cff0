-- CreateTable
CREATE TABLE "VisitImport" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "actorName" TEXT NOT NULL,
    "totalRows" INTEGER NOT NULL,
    "readRows" INTEGER NOT NULL DEFAULT 0,
    "badRows" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "callsCreated" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "canceledAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),
    "undoneByName" TEXT,

    CONSTRAINT "VisitImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportedVisit" (
    "organizationId" UUID NOT NULL,
    "importId" UUID NOT NULL,
    "serviceRecordId" UUID NOT NULL,
    "before" JSONB,
    "landedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ImportedVisit_pkey" PRIMARY KEY ("organizationId","importId","serviceRecordId")
);

-- CreateTable
CREATE TABLE "ImportedCall" (
    "organizationId" UUID NOT NULL,
    "importId" UUID NOT NULL,
    "callId" UUID NOT NULL,

    CONSTRAINT "ImportedCall_pkey" PRIMARY KEY ("organizationId","importId","callId")
);

-- CreateTable
CREATE TABLE "ColumnChoice" (
    "organizationId" UUID NOT NULL,
    "headings" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "dateOrder" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ColumnChoice_pkey" PRIMARY KEY ("organizationId","headings")
);

-- CreateIndex
CREATE INDEX "VisitImport_organizationId_startedAt_idx" ON "VisitImport"("organizationId", "startedAt");

-- CreateIndex
CREATE UNIQUE INDEX "VisitImport_organizationId_id_key" ON "VisitImport"("organizationId", "id");

-- CreateIndex
CREATE INDEX "ImportedVisit_organizationId_serviceRecordId_idx" ON "ImportedVisit"("organizationId", "serviceRecordId");

-- CreateIndex
CREATE INDEX "ImportedCall_organizationId_callId_idx" ON "ImportedCall"("organizationId", "callId");

-- AddForeignKey
ALTER TABLE "VisitImport" ADD CONSTRAINT "VisitImport_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportedVisit" ADD CONSTRAINT "ImportedVisit_organizationId_importId_fkey" FOREIGN KEY ("organizationId", "importId") REFERENCES "VisitImport"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportedVisit" ADD CONSTRAINT "ImportedVisit_organizationId_serviceRecordId_fkey" FOREIGN KEY ("organizationId", "serviceRecordId") REFERENCES "ServiceRecord"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportedCall" ADD CONSTRAINT "ImportedCall_organizationId_importId_fkey" FOREIGN KEY ("organizationId", "importId") REFERENCES "VisitImport"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportedCall" ADD CONSTRAINT "ImportedCall_organizationId_callId_fkey" FOREIGN KEY ("organizationId", "callId") REFERENCES "Call"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ColumnChoice" ADD CONSTRAINT "ColumnChoice_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "VisitImport" ADD CONSTRAINT "VisitImport_actorKind_check"
  CHECK ("actorKind" IN ('user', 'api_key', 'system'));
ALTER TABLE "ColumnChoice" ADD CONSTRAINT "ColumnChoice_dateOrder_check"
  CHECK ("dateOrder" IN ('month_first', 'day_first'));

SELECT ringback_protect('"VisitImport"');
SELECT ringback_protect('"ImportedVisit"');
SELECT ringback_protect('"ImportedCall"');
SELECT ringback_protect('"ColumnChoice"');

-- Whoever stands before an audience sees demo calls only, and an import tells of real ones.
CREATE POLICY demo_calls_only ON "VisitImport" AS RESTRICTIVE TO ringback_app
  USING (NOT ringback_sees_demo_only());
CREATE POLICY demo_calls_only ON "ImportedVisit" AS RESTRICTIVE TO ringback_app
  USING (NOT ringback_sees_demo_only());
CREATE POLICY demo_calls_only ON "ImportedCall" AS RESTRICTIVE TO ringback_app
  USING (NOT ringback_sees_demo_only());
CREATE POLICY demo_calls_only ON "ColumnChoice" AS RESTRICTIVE TO ringback_app
  USING (NOT ringback_sees_demo_only());
