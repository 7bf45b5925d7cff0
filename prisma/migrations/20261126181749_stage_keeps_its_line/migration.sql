-- AlterTable
ALTER TABLE "CallAttempt" ADD COLUMN     "heldUntil" TIMESTAMPTZ(3);
