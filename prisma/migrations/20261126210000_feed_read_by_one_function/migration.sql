-- The newest event of each call after a position, with where the feed ends: one statement, so of one
-- moment, and one way to the database and back. Row-level security holds within: the caller's role reads,
-- of the organization that is asked for. No row when there is no such organization.
CREATE FUNCTION ringback_feed_after(organization uuid, position_seq bigint, max_events int)
RETURNS TABLE (
  epoch uuid, seq bigint, "readyCount" int, "missedCount" int, "completedCount" int,
  "isComplete" boolean, "callId" uuid, version int, "eventSeq" bigint, call jsonb
) LANGUAGE plpgsql
-- What the body sets is forgotten when it ends.
SET ringback.organization_id = '' SET ringback.sight = ''
AS $$
#variable_conflict use_column
BEGIN
  PERFORM set_config('ringback.organization_id', organization::text, true),
    set_config('ringback.sight', 'all', true);
  -- The log has no holes and loses only its oldest end, so the next event stands for all of them.
  RETURN QUERY
    WITH org AS (
      SELECT o.id, o."feedEpoch", o."feedSeq", o."readyCount", o."missedCount", o."completedCount", (
        o."feedSeq" = position_seq OR (
          o."feedSeq" BETWEEN position_seq + 1 AND position_seq + max_events AND EXISTS (
            SELECT FROM "FeedEvent" f
            WHERE f."organizationId" = o.id AND f.seq = position_seq + 1))
      ) AS "isComplete"
      FROM "Organization" o WHERE o.id = organization
    )
    SELECT org."feedEpoch", org."feedSeq", org."readyCount", org."missedCount", org."completedCount",
      org."isComplete", e."callId", e.version, e.seq, e.payload -> 'call'
    FROM org LEFT JOIN LATERAL (
      SELECT DISTINCT ON (f."callId") f."callId", f.version, f.seq, f.payload
      FROM "FeedEvent" f
      WHERE org."isComplete" AND f."organizationId" = org.id
        AND f.seq > position_seq AND f.seq <= org."feedSeq"
      ORDER BY f."callId", f.seq DESC
    ) e ON true
    ORDER BY e.seq;
END
$$;
