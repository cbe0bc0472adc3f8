-- A streak counts real answers. Before an empty form was refused it was saved as an answer: days with nothing on record
-- no longer count, and break nothing, because nobody was told so. Plan lines are kept for two years: older days stay.
WITH "runs" AS (
  SELECT s."workspace_id", s."member_id", s."date", s."streak_days",
    count(*) FILTER (WHERE s."state" = 'answered' AND s."streak_days" = 1) OVER "before" AS "run",
    s."state" = 'answered' AND s."date" > current_date - 700 AND s."done_note" = ''
      AND NOT EXISTS (SELECT FROM "plan_items" p WHERE p."workspace_id" = s."workspace_id" AND p."team_id" = s."team_id"
        AND p."member_id" = s."member_id" AND p."date" = s."date" AND p."carried_from" IS NULL)
      AND NOT EXISTS (SELECT FROM "plan_items" p WHERE p."workspace_id" = s."workspace_id" AND p."team_id" = s."team_id"
        AND p."member_id" = s."member_id" AND p."settled_on" = s."date" AND p."outcome" IN ('done', 'dropped'))
      AND NOT EXISTS (SELECT FROM "blockers" b WHERE b."workspace_id" = s."workspace_id" AND b."team_id" = s."team_id"
        AND b."member_id" = s."member_id" AND s."date" IN (b."raised_on", b."closed_on"))
      AND NOT EXISTS (SELECT FROM "activity" a WHERE a."workspace_id" = s."workspace_id" AND a."member_id" = s."member_id"
        AND a."date" = coalesce(s."numbers_date", s."date")) AS "empty"
  FROM "standups" s
  WINDOW "before" AS (PARTITION BY s."workspace_id", s."member_id" ORDER BY s."date")
), "counted" AS (
  SELECT "workspace_id", "member_id", "date",
    count(*) FILTER (WHERE "empty") OVER (PARTITION BY "workspace_id", "member_id", "run" ORDER BY "date") AS "not_real"
  FROM "runs"
)
UPDATE "standups" s SET "streak_days" = greatest(s."streak_days" - c."not_real", 0)
FROM "counted" c
WHERE c."not_real" > 0 AND s."state" = 'answered' AND s."streak_days" > 0
  AND s."workspace_id" = c."workspace_id" AND s."member_id" = c."member_id" AND s."date" = c."date";
