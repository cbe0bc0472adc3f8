-- Whoever leads a team that is there already is told once, on the next weekday at ten, that there are weekly reports now.
INSERT INTO "due_items" ("workspace_id", "due_key", "kind", "team_id", "date", "due_at", "next_attempt_at", "state")
SELECT t."workspace_id", 'report-offer:' || t."team_id", 'report-offer', t."team_id", d."date", d."at", d."at", 'waiting'
FROM "teams" t
CROSS JOIN LATERAL (
  SELECT "settings"->>'zone' AS "zone" FROM "team_settings" s
  WHERE s."workspace_id" = t."workspace_id" AND s."team_id" = t."team_id"
  ORDER BY "effective_from" DESC LIMIT 1
) s
CROSS JOIN LATERAL (SELECT (now() AT TIME ZONE s."zone")::date + 1 AS "tomorrow") m
CROSS JOIN LATERAL (
  SELECT m."tomorrow" + CASE extract(isodow FROM m."tomorrow") WHEN 6 THEN 2 WHEN 7 THEN 1 ELSE 0 END AS "date"
) w
CROSS JOIN LATERAL (SELECT w."date", (w."date" + time '10:00') AT TIME ZONE s."zone" AS "at") d
WHERE t."archived_at" IS NULL;
