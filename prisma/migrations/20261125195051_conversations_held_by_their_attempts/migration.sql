-- AlterTable
ALTER TABLE "CallAttempt" ADD COLUMN     "conversation" JSONB,
ADD COLUMN     "conversationTurn" INTEGER NOT NULL DEFAULT 0;
