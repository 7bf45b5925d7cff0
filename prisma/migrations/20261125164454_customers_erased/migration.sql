-- AlterTable
ALTER TABLE "Organization" ADD COLUMN     "numberKey" UUID NOT NULL DEFAULT gen_random_uuid();

-- CreateTable
CREATE TABLE "ErasedAnswer" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "answeredOn" DATE NOT NULL,
    "serviceAdvisorId" UUID,
    "npsScore" INTEGER,
    "rating" INTEGER,

    CONSTRAINT "ErasedAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ErasedFile" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "storageKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ErasedFile_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ErasedAnswer_organizationId_answeredOn_idx" ON "ErasedAnswer"("organizationId", "answeredOn");

-- CreateIndex
CREATE INDEX "ErasedAnswer_organizationId_serviceAdvisorId_idx" ON "ErasedAnswer"("organizationId", "serviceAdvisorId");

-- CreateIndex
CREATE UNIQUE INDEX "ErasedFile_organizationId_storageKey_key" ON "ErasedFile"("organizationId", "storageKey");

-- AddForeignKey
ALTER TABLE "ErasedAnswer" ADD CONSTRAINT "ErasedAnswer_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ErasedAnswer" ADD CONSTRAINT "ErasedAnswer_organizationId_serviceAdvisorId_fkey" FOREIGN KEY ("organizationId", "serviceAdvisorId") REFERENCES "ServiceAdvisor"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ErasedFile" ADD CONSTRAINT "ErasedFile_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ErasedAnswer"
  ADD CONSTRAINT "ErasedAnswer_npsScore_check" CHECK ("npsScore" BETWEEN 0 AND 10),
  ADD CONSTRAINT "ErasedAnswer_rating_check" CHECK ("rating" BETWEEN 1 AND 5);

SELECT ringback_protect('"ErasedAnswer"');
SELECT ringback_protect('"ErasedFile"');

-- The mark of a number that was erased. Who has the key can find it again for a number, not read it.
CREATE FUNCTION ringback_number_mark(key uuid, number text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN 'erased:' || encode(sha256(convert_to(key::text || ':' || number, 'UTF8')), 'hex');
