-- CreateTable
CREATE TABLE "RungNumber" (
    "organizationId" UUID NOT NULL,
    "mark" TEXT NOT NULL,
    "rungAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RungNumber_pkey" PRIMARY KEY ("organizationId","mark")
);

-- AddForeignKey
ALTER TABLE "RungNumber" ADD CONSTRAINT "RungNumber_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

SELECT ringback_protect('"RungNumber"');

-- Whoever stands before an audience sees demo calls only, and these never rang anybody.
CREATE POLICY demo_calls_only ON "RungNumber" AS RESTRICTIVE TO ringback_app
  USING (NOT ringback_sees_demo_only());
