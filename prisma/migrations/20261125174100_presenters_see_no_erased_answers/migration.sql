-- Whoever stands before an audience sees demo calls only, and what is left of erased ones is not of them.
CREATE POLICY demo_calls_only ON "ErasedAnswer" AS RESTRICTIVE TO ringback_app
  USING (NOT ringback_sees_demo_only());
CREATE POLICY demo_calls_only ON "ErasedFile" AS RESTRICTIVE TO ringback_app
  USING (NOT ringback_sees_demo_only());
