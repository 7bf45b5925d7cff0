-- CreateTable
CREATE TABLE "WebhookEndpoint" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT[],
    "secret" TEXT NOT NULL,
    "previousSecret" TEXT,
    "previousSecretUntil" TIMESTAMPTZ(3),
    "isEnabled" BOOLEAN NOT NULL DEFAULT true,
    "disabledReason" TEXT,
    "failingSince" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WebhookEndpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookDelivery" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "endpointId" UUID NOT NULL,
    "callId" UUID,
    "event" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3),
    "triedAt" TIMESTAMPTZ(3),
    "statusCode" INTEGER,
    "answer" TEXT,
    "problem" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WebhookDelivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "WebhookEndpoint_organizationId_id_key" ON "WebhookEndpoint"("organizationId", "id");

-- CreateIndex
CREATE INDEX "WebhookDelivery_organizationId_endpointId_createdAt_id_idx" ON "WebhookDelivery"("organizationId", "endpointId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "WebhookDelivery_organizationId_callId_idx" ON "WebhookDelivery"("organizationId", "callId");

-- CreateIndex
CREATE INDEX "WebhookDelivery_dueAt_idx" ON "WebhookDelivery"("dueAt");

-- AddForeignKey
ALTER TABLE "WebhookEndpoint" ADD CONSTRAINT "WebhookEndpoint_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_organizationId_endpointId_fkey" FOREIGN KEY ("organizationId", "endpointId") REFERENCES "WebhookEndpoint"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_organizationId_callId_fkey" FOREIGN KEY ("organizationId", "callId") REFERENCES "Call"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_status_check"
  CHECK ("status" IN ('waiting', 'delivered', 'failed'));

SELECT ringback_protect('"WebhookEndpoint"');
SELECT ringback_protect('"WebhookDelivery"');
CREATE POLICY demo_calls_only ON "WebhookEndpoint" AS RESTRICTIVE TO ringback_app
  USING (NOT ringback_sees_demo_only());
CREATE POLICY demo_calls_only ON "WebhookDelivery" AS RESTRICTIVE TO ringback_app
  USING (NOT ringback_sees_demo_only());

-- What signs is written by the application and read by who sends alone.
REVOKE SELECT ON "WebhookEndpoint" FROM ringback_app;
GRANT SELECT ("id", "organizationId", "url", "events", "isEnabled", "disabledReason", "failingSince", "createdAt")
  ON "WebhookEndpoint" TO ringback_app;

-- Whoever changes the secret cannot read the one before, which goes on signing for a while.
CREATE FUNCTION ringback_keep_previous_secret() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."previousSecret" := OLD."secret";
  RETURN NEW;
END
$$;
CREATE TRIGGER keep_previous_secret BEFORE UPDATE OF "secret" ON "WebhookEndpoint"
  FOR EACH ROW EXECUTE FUNCTION ringback_keep_previous_secret();
