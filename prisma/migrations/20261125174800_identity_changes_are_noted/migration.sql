-- What may have ended somebody's session or key. Triggers write it, whoever makes the change, so that
-- a server with thousands of open sockets asks after those it concerns instead of all of them.
CREATE TABLE "IdentityChange" (
    "id" BIGSERIAL NOT NULL,
    "subjectId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdentityChange_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "IdentityChange_at_idx" ON "IdentityChange"("at");

ALTER TABLE "IdentityChange" ENABLE ROW LEVEL SECURITY;
-- Whoever may end a session notes it; only signing in reads it, and removes what is old.
GRANT INSERT ON "IdentityChange" TO ringback_app, ringback_dispatcher;
GRANT SELECT, INSERT, UPDATE, DELETE ON "IdentityChange" TO ringback_auth;
GRANT USAGE ON SEQUENCE "IdentityChange_id_seq" TO ringback_app, ringback_dispatcher, ringback_auth;
CREATE POLICY noting ON "IdentityChange" FOR INSERT TO ringback_app, ringback_dispatcher WITH CHECK (true);
CREATE POLICY signing_in ON "IdentityChange" TO ringback_auth USING (true);

-- Its argument names the column with the id of the person or the key.
CREATE FUNCTION ringback_note_identity_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "IdentityChange" ("subjectId", "at")
    VALUES ((to_jsonb(OLD) ->> TG_ARGV[0])::uuid, clock_timestamp());
  RETURN NULL;
END
$$;

CREATE TRIGGER ended AFTER DELETE ON "Session"
  FOR EACH ROW EXECUTE FUNCTION ringback_note_identity_change('userId');
CREATE TRIGGER changed AFTER UPDATE ON "Session" FOR EACH ROW
  WHEN ((OLD."expiresAt", OLD."activeOrganizationId") IS DISTINCT FROM (NEW."expiresAt", NEW."activeOrganizationId"))
  EXECUTE FUNCTION ringback_note_identity_change('userId');
CREATE TRIGGER ended AFTER DELETE ON "Member"
  FOR EACH ROW EXECUTE FUNCTION ringback_note_identity_change('userId');
CREATE TRIGGER changed AFTER UPDATE ON "Member" FOR EACH ROW
  WHEN (OLD."role" IS DISTINCT FROM NEW."role")
  EXECUTE FUNCTION ringback_note_identity_change('userId');
CREATE TRIGGER ended AFTER DELETE ON "ApiKey"
  FOR EACH ROW EXECUTE FUNCTION ringback_note_identity_change('id');
CREATE TRIGGER changed AFTER UPDATE ON "ApiKey" FOR EACH ROW
  WHEN ((OLD."enabled", OLD."expiresAt") IS DISTINCT FROM (NEW."enabled", NEW."expiresAt"))
  EXECUTE FUNCTION ringback_note_identity_change('id');
