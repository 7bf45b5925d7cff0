-- AlterTable
ALTER TABLE "Transcript" ADD COLUMN     "analysis" JSONB,
ADD COLUMN     "evidence" JSONB;
