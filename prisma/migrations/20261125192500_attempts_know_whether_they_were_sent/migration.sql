-- Attempts written before this, and by servers that know nothing of it, count as sent: only a
-- server that writes null at the claim promises to write the instant before it asks the provider.
ALTER TABLE "CallAttempt" ADD COLUMN     "sentAt" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP;
