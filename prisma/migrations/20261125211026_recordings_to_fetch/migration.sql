-- CreateTable
CREATE TABLE "ToldRecording" (
    "id" UUID NOT NULL,
    "organizationId" UUID,
    "placementKey" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "providerRecordingId" TEXT NOT NULL,
    "durationMs" INTEGER NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ToldRecording_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ToldRecording_provider_dueAt_idx" ON "ToldRecording"("provider", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "ToldRecording_provider_providerRecordingId_key" ON "ToldRecording"("provider", "providerRecordingId");

-- AddForeignKey
ALTER TABLE "ToldRecording" ADD CONSTRAINT "ToldRecording_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

SELECT ringback_protect('"ToldRecording"');
CREATE POLICY demo_calls_only ON "ToldRecording" AS RESTRICTIVE TO ringback_app
  USING (NOT ringback_sees_demo_only());
