-- How the bytes of such files are taken for cells, where somebody had to say it.
-- CreateTable
CREATE TABLE "ReadingChoice" (
    "organizationId" UUID NOT NULL,
    "firstLine" TEXT NOT NULL,
    "encoding" TEXT,
    "separator" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReadingChoice_pkey" PRIMARY KEY ("organizationId","firstLine")
);

-- AddForeignKey
ALTER TABLE "ReadingChoice" ADD CONSTRAINT "ReadingChoice_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

SELECT ringback_protect('"ReadingChoice"');

-- Whoever stands before an audience sees demo calls only, and this tells of real imports.
CREATE POLICY demo_calls_only ON "ReadingChoice" AS RESTRICTIVE TO ringback_app
  USING (NOT ringback_sees_demo_only());
