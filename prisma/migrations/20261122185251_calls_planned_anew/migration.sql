-- AlterTable
ALTER TABLE "Call" ADD COLUMN     "notBefore" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "ScheduleConfig" ADD COLUMN     "replannedAt" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP;

-- Nobody knows any more what was wished for, so the planned instant stands for it.
UPDATE "Call" SET "notBefore" = "dueAt" WHERE "dueAt" IS NOT NULL;
