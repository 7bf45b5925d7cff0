-- AlterTable
ALTER TABLE "Call" ADD COLUMN     "isAllowedOutsideWindows" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "CallAttempt" ADD COLUMN     "campaignConfigVersion" INTEGER;

-- AlterTable
ALTER TABLE "DoNotCall" ADD COLUMN     "addedByUserId" UUID;

-- CreateTable
CREATE TABLE "CoveredVisit" (
    "organizationId" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "serviceRecordId" UUID NOT NULL,
    "settledCallId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CoveredVisit_pkey" PRIMARY KEY ("organizationId","callId","serviceRecordId")
);

-- CreateTable
CREATE TABLE "CallingPause" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "failedCount" INTEGER NOT NULL,
    "attemptCount" INTEGER NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedByUserId" UUID,

    CONSTRAINT "CallingPause_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CoveredVisit_organizationId_serviceRecordId_idx" ON "CoveredVisit"("organizationId", "serviceRecordId");

-- CreateIndex
CREATE INDEX "CoveredVisit_organizationId_settledCallId_idx" ON "CoveredVisit"("organizationId", "settledCallId");

-- CreateIndex
CREATE INDEX "CallingPause_organizationId_startedAt_idx" ON "CallingPause"("organizationId", "startedAt");

-- CreateIndex
CREATE INDEX "Call_organizationId_campaignId_status_idx" ON "Call"("organizationId", "campaignId", "status");

-- AddForeignKey
ALTER TABLE "CoveredVisit" ADD CONSTRAINT "CoveredVisit_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CoveredVisit" ADD CONSTRAINT "CoveredVisit_organizationId_callId_fkey" FOREIGN KEY ("organizationId", "callId") REFERENCES "Call"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CoveredVisit" ADD CONSTRAINT "CoveredVisit_organizationId_settledCallId_fkey" FOREIGN KEY ("organizationId", "settledCallId") REFERENCES "Call"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CoveredVisit" ADD CONSTRAINT "CoveredVisit_organizationId_serviceRecordId_fkey" FOREIGN KEY ("organizationId", "serviceRecordId") REFERENCES "ServiceRecord"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallingPause" ADD CONSTRAINT "CallingPause_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Calling is stopped once, however many failures are noticed at the same time.
CREATE UNIQUE INDEX "CallingPause_one_open_key" ON "CallingPause" ("organizationId") WHERE "endedAt" IS NULL;

-- The events told so far speak of calls without what they cover, so no screen continues from them.
UPDATE "Organization" SET "feedEpoch" = gen_random_uuid();

SELECT ringback_protect('"CoveredVisit"');
SELECT ringback_protect('"CallingPause"');

CREATE POLICY demo_calls_only ON "CoveredVisit" AS RESTRICTIVE TO ringback_app
  USING (NOT ringback_sees_demo_only() OR EXISTS (
    SELECT FROM "Call" c WHERE c."organizationId" = "CoveredVisit"."organizationId" AND c.id = "callId" AND c."isDemo"));
