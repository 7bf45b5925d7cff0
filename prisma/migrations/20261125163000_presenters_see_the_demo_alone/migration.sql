-- Whoever stands before an audience sees demo calls only; so nothing else may tell of real ones.
CREATE POLICY demo_calls_only ON "ServiceRecord" AS RESTRICTIVE TO ringback_app
  USING (NOT ringback_sees_demo_only() OR "isDemo");
CREATE POLICY demo_calls_only ON "FeedEvent" AS RESTRICTIVE TO ringback_app
  USING (NOT ringback_sees_demo_only());
CREATE POLICY demo_calls_only ON "AuditEntry" AS RESTRICTIVE TO ringback_app
  USING (NOT ringback_sees_demo_only());
CREATE POLICY demo_calls_only ON "Invitation" AS RESTRICTIVE TO ringback_app
  USING (NOT ringback_sees_demo_only());
CREATE POLICY demo_calls_only ON "ApiKey" AS RESTRICTIVE TO ringback_app
  USING (NOT ringback_sees_demo_only());
