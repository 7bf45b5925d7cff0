-- Signing in names an organization; it has no use for the key by which erased numbers are marked.
REVOKE SELECT ON "Organization" FROM ringback_auth;
GRANT SELECT (id, name, slug, "isDemo") ON "Organization" TO ringback_auth;
