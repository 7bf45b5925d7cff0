-- AlterTable
ALTER TABLE "CallUndo" ADD COLUMN     "customerName" TEXT,
ADD COLUMN     "phoneNumber" TEXT;
