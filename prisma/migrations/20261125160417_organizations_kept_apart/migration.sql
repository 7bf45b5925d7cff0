-- DropIndex
DROP INDEX "AuditEntry_organizationId_createdAt_idx";

-- AlterTable
ALTER TABLE "AuditEntry" ADD COLUMN     "actorName" TEXT NOT NULL DEFAULT '';
ALTER TABLE "AuditEntry" ALTER COLUMN "actorName" DROP DEFAULT;

-- AlterTable
ALTER TABLE "Invitation" ADD COLUMN     "tokenHash" TEXT NOT NULL;

-- CreateTable
CREATE TABLE "ServerSecret" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ServerSecret_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "AuditEntry_organizationId_createdAt_id_idx" ON "AuditEntry"("organizationId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_organizationId_actorId_idx" ON "AuditEntry"("organizationId", "actorId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

ALTER TABLE "AuditEntry"
  ADD CONSTRAINT "AuditEntry_actorKind_check" CHECK ("actorKind" IN ('user', 'api_key', 'system'));
ALTER TABLE "Member"
  ADD CONSTRAINT "Member_role_check" CHECK ("role" IN ('owner', 'manager', 'agent', 'presenter', 'viewer'));
ALTER TABLE "Invitation"
  ADD CONSTRAINT "Invitation_role_check" CHECK ("role" IN ('owner', 'manager', 'agent', 'presenter', 'viewer')),
  ADD CONSTRAINT "Invitation_status_check" CHECK ("status" IN ('pending', 'accepted', 'revoked'));

-- Three roles own nothing and bypass nothing. Connections take one of them up with SET ROLE, so no
-- second login is needed. Roles belong to the whole cluster and may be there from another database.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['ringback_app', 'ringback_dispatcher', 'ringback_auth'] LOOP
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
        EXECUTE format('CREATE ROLE %I NOLOGIN', name);
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL;
    END;
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
      EXECUTE format('GRANT %I TO CURRENT_USER', name);
    END IF;
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), name);
  END LOOP;
END
$$;

-- The organization that the transaction names. Null where it names none, and null equals nothing.
CREATE FUNCTION ringback_organization() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('ringback.organization_id', true), '')::uuid;

-- Whether the transaction sees demo calls only.
CREATE FUNCTION ringback_sees_demo_only() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(current_setting('ringback.sight', true), '') = 'demo';

-- Puts a table with "organizationId" behind the wall. The application sees and writes the rows of the
-- organization that its transaction names, the dispatcher those of all.
CREATE FUNCTION ringback_protect(target regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO ringback_app, ringback_dispatcher', target);
  EXECUTE format('CREATE POLICY own_organization ON %s TO ringback_app USING ("organizationId" = ringback_organization())', target);
  EXECUTE format('CREATE POLICY every_organization ON %s TO ringback_dispatcher USING (true)', target);
END
$$;
REVOKE EXECUTE ON FUNCTION ringback_protect(regclass) FROM PUBLIC;

SELECT ringback_protect('"ServiceAdvisor"');
SELECT ringback_protect('"Agent"');
SELECT ringback_protect('"Campaign"');
SELECT ringback_protect('"ServiceRecord"');
SELECT ringback_protect('"Call"');
SELECT ringback_protect('"CallAttempt"');
SELECT ringback_protect('"Transcript"');
SELECT ringback_protect('"AudioFile"');
SELECT ringback_protect('"ScheduleConfig"');
SELECT ringback_protect('"DoNotCall"');
SELECT ringback_protect('"FeedEvent"');
SELECT ringback_protect('"AuditEntry"');
SELECT ringback_protect('"Member"');
SELECT ringback_protect('"Invitation"');

-- What is noted stays noted. Only an erasure may empty what an entry tells of a customer.
REVOKE UPDATE, DELETE ON "AuditEntry" FROM ringback_app, ringback_dispatcher;
GRANT UPDATE ("before", "after") ON "AuditEntry" TO ringback_app, ringback_dispatcher;

CREATE POLICY demo_calls_only ON "Call" AS RESTRICTIVE TO ringback_app
  USING (NOT ringback_sees_demo_only() OR "isDemo");
CREATE POLICY demo_calls_only ON "CallAttempt" AS RESTRICTIVE TO ringback_app
  USING (NOT ringback_sees_demo_only() OR EXISTS (
    SELECT FROM "Call" c WHERE c."organizationId" = "CallAttempt"."organizationId" AND c.id = "callId" AND c."isDemo"));
CREATE POLICY demo_calls_only ON "Transcript" AS RESTRICTIVE TO ringback_app
  USING (NOT ringback_sees_demo_only() OR EXISTS (
    SELECT FROM "Call" c WHERE c."organizationId" = "Transcript"."organizationId" AND c.id = "callId" AND c."isDemo"));
CREATE POLICY demo_calls_only ON "AudioFile" AS RESTRICTIVE TO ringback_app
  USING (NOT ringback_sees_demo_only() OR EXISTS (
    SELECT FROM "Call" c WHERE c."organizationId" = "AudioFile"."organizationId" AND c.id = "callId" AND c."isDemo"));

ALTER TABLE "Organization" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, UPDATE ON "Organization" TO ringback_app, ringback_dispatcher;
GRANT SELECT, INSERT ON "Organization" TO ringback_auth;
CREATE POLICY own_organization ON "Organization" TO ringback_app USING (id = ringback_organization());
CREATE POLICY every_organization ON "Organization" TO ringback_dispatcher, ringback_auth USING (true);

-- Who somebody is, never how they prove it.
ALTER TABLE "User" ENABLE ROW LEVEL SECURITY;
GRANT SELECT (id, name, email) ON "User" TO ringback_app;
CREATE POLICY own_organization ON "User" FOR SELECT TO ringback_app USING (EXISTS (
  SELECT FROM "Member" m WHERE m."organizationId" = ringback_organization() AND m."userId" = "User".id));

-- Programs' keys, but not what they are compared with.
ALTER TABLE "ApiKey" ENABLE ROW LEVEL SECURITY;
GRANT SELECT (id, "configId", name, start, prefix, "referenceId", permissions, metadata, enabled,
  "lastRequest", "expiresAt", "createdAt", "updatedAt") ON "ApiKey" TO ringback_app;
GRANT INSERT, DELETE ON "ApiKey" TO ringback_app;
CREATE POLICY own_organization ON "ApiKey" TO ringback_app USING ("referenceId" = ringback_organization());

-- Signing in happens before there is an organization, so this role sees all of these and nothing else.
ALTER TABLE "Session" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Account" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Verification" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ServerSecret" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "User", "Session", "Account", "Verification", "ApiKey" TO ringback_auth;
GRANT SELECT, INSERT ON "ServerSecret" TO ringback_auth;
GRANT SELECT, INSERT, UPDATE ON "Member", "Invitation" TO ringback_auth;
GRANT INSERT ON "AuditEntry" TO ringback_auth;
GRANT SELECT (id) ON "AuditEntry" TO ringback_auth;
CREATE POLICY signing_in ON "User" TO ringback_auth USING (true);
CREATE POLICY signing_in ON "Session" TO ringback_auth USING (true);
CREATE POLICY signing_in ON "Account" TO ringback_auth USING (true);
CREATE POLICY signing_in ON "Verification" TO ringback_auth USING (true);
CREATE POLICY signing_in ON "ServerSecret" TO ringback_auth USING (true);
CREATE POLICY signing_in ON "ApiKey" TO ringback_auth USING (true);
CREATE POLICY signing_in ON "Member" TO ringback_auth USING (true);
CREATE POLICY signing_in ON "Invitation" TO ringback_auth USING (true);
CREATE POLICY signing_in ON "AuditEntry" TO ringback_auth USING (true);
