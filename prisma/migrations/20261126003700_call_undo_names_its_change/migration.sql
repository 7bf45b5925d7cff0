-- Nobody knows any more which change these were of, so nobody can take them back.
DELETE FROM "CallUndo";

-- AlterTable
ALTER TABLE "CallUndo" ADD COLUMN     "changeId" UUID NOT NULL;
