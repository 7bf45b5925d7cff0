-- CreateTable
CREATE TABLE "CallUndo" (
    "organizationId" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "outcome" TEXT,
    "dueAt" TIMESTAMPTZ(3),
    "notBefore" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3),
    "heldReason" TEXT,
    "isAllowedOutsideWindows" BOOLEAN NOT NULL,
    "scheduledTime" TIMESTAMPTZ(3),
    "tags" TEXT[],
    "statusAfter" TEXT NOT NULL,
    "scheduledTimeAfter" TIMESTAMPTZ(3),
    "attemptCountAfter" INTEGER NOT NULL,
    "tagsAfter" TEXT[],

    CONSTRAINT "CallUndo_pkey" PRIMARY KEY ("organizationId","callId")
);

-- AddForeignKey
ALTER TABLE "CallUndo" ADD CONSTRAINT "CallUndo_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallUndo" ADD CONSTRAINT "CallUndo_organizationId_callId_fkey" FOREIGN KEY ("organizationId", "callId") REFERENCES "Call"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

SELECT ringback_protect('"CallUndo"');
CREATE POLICY demo_calls_only ON "CallUndo" AS RESTRICTIVE TO ringback_app
  USING (NOT ringback_sees_demo_only());
