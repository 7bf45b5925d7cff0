-- AlterTable
ALTER TABLE "Organization" ADD COLUMN     "lowScore" INTEGER DEFAULT 6;

ALTER TABLE "Organization" ADD CONSTRAINT "Organization_lowScore_check"
  CHECK ("lowScore" BETWEEN 0 AND 10);
