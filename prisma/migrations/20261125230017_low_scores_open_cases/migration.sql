-- AlterTable
ALTER TABLE "ServiceAdvisor" ADD COLUMN     "userId" UUID;

-- CreateTable
CREATE TABLE "Case" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "ownerId" UUID,
    "closedAt" TIMESTAMPTZ(3),
    "resolution" TEXT,
    "closedByName" TEXT,

    CONSTRAINT "Case_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Case_organizationId_dueAt_id_idx" ON "Case"("organizationId", "dueAt", "id");

-- CreateIndex
CREATE INDEX "Case_organizationId_closedAt_id_idx" ON "Case"("organizationId", "closedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Case_organizationId_callId_key" ON "Case"("organizationId", "callId");

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_organizationId_callId_fkey" FOREIGN KEY ("organizationId", "callId") REFERENCES "Call"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Closed with what was done, and not otherwise.
ALTER TABLE "Case" ADD CONSTRAINT "Case_closed_check"
  CHECK (("closedAt" IS NULL) = ("resolution" IS NULL) AND btrim("resolution") <> '');

SELECT ringback_protect('"Case"');
CREATE POLICY demo_calls_only ON "Case" AS RESTRICTIVE TO ringback_app
  USING (NOT ringback_sees_demo_only());
