-- CreateTable
CREATE TABLE "SavedView" (
    "organizationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "tab" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" JSONB NOT NULL,
    "columns" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("organizationId","userId","tab","name")
);

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_organizationId_userId_fkey" FOREIGN KEY ("organizationId", "userId") REFERENCES "Member"("organizationId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "SavedView"
  ADD CONSTRAINT "SavedView_tab_check" CHECK ("tab" IN ('ready', 'missed', 'completed'));

SELECT ringback_protect('"SavedView"');

-- Presenters have views of their own; those of others may name real customers.
CREATE POLICY demo_calls_only ON "SavedView" AS RESTRICTIVE TO ringback_app
  USING (NOT ringback_sees_demo_only() OR EXISTS (
    SELECT FROM "Member" m WHERE m."organizationId" = "SavedView"."organizationId"
      AND m."userId" = "SavedView"."userId" AND m.role = 'presenter'));
