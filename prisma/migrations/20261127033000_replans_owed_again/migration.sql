-- A change while calls are being planned anew owes it once more; what had begun before must not settle it.
ALTER TABLE "ScheduleConfig" ADD COLUMN "replanOwedTimes" INTEGER NOT NULL DEFAULT 0;
