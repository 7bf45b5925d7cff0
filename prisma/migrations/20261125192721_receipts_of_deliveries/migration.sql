-- AlterTable
ALTER TABLE "CallAttempt" ADD COLUMN     "receipts" TEXT[] DEFAULT ARRAY[]::TEXT[];
