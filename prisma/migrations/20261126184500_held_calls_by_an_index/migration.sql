-- Few calls wait for a person, and the dispatcher looks for them every half minute: without this it
-- read every call of every organization.
CREATE INDEX "Call_held_idx" ON "Call" ("organizationId", id) WHERE "heldReason" IS NOT NULL;
