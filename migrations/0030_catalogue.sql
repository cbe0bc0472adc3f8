CREATE TABLE "catalogue" (
	"workspace_id" text NOT NULL,
	"metric_key" text NOT NULL,
	"names" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"aliases" text[] DEFAULT '{}' NOT NULL,
	"measure_words" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"kind" text NOT NULL,
	"layer" text NOT NULL,
	"leading" boolean NOT NULL,
	"higher_is_better" boolean NOT NULL,
	"unit" text NOT NULL,
	"decimals" integer,
	"hard_min" bigint NOT NULL,
	"hard_max" bigint NOT NULL,
	"baseline" bigint,
	"benchmark" bigint,
	"funnel_order" integer,
	"numerator" text,
	"denominator" text,
	"team_id" uuid,
	"retired_at" timestamp with time zone,
	CONSTRAINT "catalogue_workspace_id_metric_key_pk" PRIMARY KEY("workspace_id","metric_key")
);
--> statement-breakpoint
CREATE TABLE "roles" (
	"workspace_id" text NOT NULL,
	"role_key" text NOT NULL,
	"name" text NOT NULL,
	"metric_keys" text[] NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "roles_workspace_id_role_key_pk" PRIMARY KEY("workspace_id","role_key")
);
--> statement-breakpoint
ALTER TABLE "metrics" ALTER COLUMN "decimals" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "metrics" ADD COLUMN "former_key" text;--> statement-breakpoint
-- What two teams count under one key without meaning the same gets a key of its own for all but the team that was first: by
-- kind, unit, decimals, and for what teams added themselves also by name and bounds. The values in the ledger stay as they are.
CREATE TABLE "renamed_metrics" AS
  SELECT "workspace_id", "team_id", "metric_key",
    CASE WHEN "metric_key" LIKE 'own-%' THEN "metric_key" ELSE 'own-' || "metric_key" END || '-' || "nth" AS "new_key"
  FROM (
    SELECT *, dense_rank() OVER (PARTITION BY "workspace_id", "metric_key" ORDER BY "first_used", "meaning") AS "nth"
    FROM (
      SELECT *, min("created_at") OVER (PARTITION BY "workspace_id", "metric_key", "meaning") AS "first_used"
      FROM (
        SELECT m."workspace_id", m."team_id", m."metric_key", coalesce(t."created_at", 'infinity') AS "created_at",
          jsonb_build_array(m."kind", m."layer", m."higher_is_better", m."unit", m."numerator", m."denominator",
            CASE WHEN m."unit" <> 'money' THEN m."decimals" END,
            CASE WHEN m."metric_key" LIKE 'own-%' THEN jsonb_build_array(lower(m."label"),
              m."hard_min" * (CASE WHEN m."unit" = 'money' THEN 10 ^ (4 - m."decimals") ELSE 1 END)::bigint,
              m."hard_max" * (CASE WHEN m."unit" = 'money' THEN 10 ^ (4 - m."decimals") ELSE 1 END)::bigint) END) AS "meaning"
        FROM "metrics" m LEFT JOIN "teams" t ON t."workspace_id" = m."workspace_id" AND t."team_id" = m."team_id"
        WHERE m."kind" <> 'ratio'
      ) meanings
    ) used
  ) ranked
  WHERE "nth" > 1;--> statement-breakpoint
UPDATE "metrics" m SET "numerator" = r."new_key" FROM "renamed_metrics" r
  WHERE r."workspace_id" = m."workspace_id" AND r."team_id" = m."team_id" AND r."metric_key" = m."numerator";--> statement-breakpoint
UPDATE "metrics" m SET "denominator" = r."new_key" FROM "renamed_metrics" r
  WHERE r."workspace_id" = m."workspace_id" AND r."team_id" = m."team_id" AND r."metric_key" = m."denominator";--> statement-breakpoint
INSERT INTO "renamed_metrics"
  SELECT "workspace_id", "team_id", "metric_key",
    CASE WHEN "metric_key" LIKE 'own-%' THEN "metric_key" ELSE 'own-' || "metric_key" END || '-' || "nth" AS "new_key"
  FROM (
    SELECT *, dense_rank() OVER (PARTITION BY "workspace_id", "metric_key" ORDER BY "first_used", "meaning") AS "nth"
    FROM (
      SELECT *, min("created_at") OVER (PARTITION BY "workspace_id", "metric_key", "meaning") AS "first_used"
      FROM (
        SELECT m."workspace_id", m."team_id", m."metric_key", coalesce(t."created_at", 'infinity') AS "created_at",
          jsonb_build_array(m."kind", m."layer", m."higher_is_better", m."unit", m."numerator", m."denominator",
            CASE WHEN m."unit" <> 'money' THEN m."decimals" END,
            CASE WHEN m."metric_key" LIKE 'own-%' THEN jsonb_build_array(lower(m."label"),
              m."hard_min" * (CASE WHEN m."unit" = 'money' THEN 10 ^ (4 - m."decimals") ELSE 1 END)::bigint,
              m."hard_max" * (CASE WHEN m."unit" = 'money' THEN 10 ^ (4 - m."decimals") ELSE 1 END)::bigint) END) AS "meaning"
        FROM "metrics" m LEFT JOIN "teams" t ON t."workspace_id" = m."workspace_id" AND t."team_id" = m."team_id"
        WHERE m."kind" = 'ratio'
      ) meanings
    ) used
  ) ranked
  WHERE "nth" > 1;--> statement-breakpoint
UPDATE "metrics" m SET "metric_key" = r."new_key", "former_key" = r."metric_key" FROM "renamed_metrics" r
  WHERE r."workspace_id" = m."workspace_id" AND r."team_id" = m."team_id" AND r."metric_key" = m."metric_key";--> statement-breakpoint
UPDATE "role_metrics" o SET "metric_key" = r."new_key" FROM "renamed_metrics" r
  WHERE r."workspace_id" = o."workspace_id" AND r."team_id" = o."team_id" AND r."metric_key" = o."metric_key";--> statement-breakpoint
UPDATE "target_versions" o SET "metric_key" = r."new_key" FROM "renamed_metrics" r
  WHERE r."workspace_id" = o."workspace_id" AND r."team_id" = o."team_id" AND r."metric_key" = o."metric_key";--> statement-breakpoint
UPDATE "target_parts" o SET "metric_key" = r."new_key" FROM "renamed_metrics" r
  WHERE r."workspace_id" = o."workspace_id" AND r."team_id" = o."team_id" AND r."metric_key" = o."metric_key";--> statement-breakpoint
UPDATE "activity" a SET
    "numbers" = coalesce((SELECT jsonb_object_agg(coalesce(r."new_key", n.key), n.value) FROM jsonb_each(a."numbers") n
      LEFT JOIN "renamed_metrics" r ON r."workspace_id" = a."workspace_id" AND r."team_id" = a."team_id" AND r."metric_key" = n.key), a."numbers"),
    "corrects" = (SELECT jsonb_object_agg(coalesce(r."new_key", n.key), n.value) FROM jsonb_each(a."corrects") n
      LEFT JOIN "renamed_metrics" r ON r."workspace_id" = a."workspace_id" AND r."team_id" = a."team_id" AND r."metric_key" = n.key),
    "implausible" = (SELECT array_agg(coalesce(r."new_key", n.key) ORDER BY n.place) FROM unnest(a."implausible") WITH ORDINALITY n(key, place)
      LEFT JOIN "renamed_metrics" r ON r."workspace_id" = a."workspace_id" AND r."team_id" = a."team_id" AND r."metric_key" = n.key)
  WHERE EXISTS (SELECT FROM "renamed_metrics" r WHERE r."workspace_id" = a."workspace_id" AND r."team_id" = a."team_id"
    AND (a."numbers" ? r."metric_key" OR a."corrects" ? r."metric_key" OR r."metric_key" = ANY (a."implausible")));--> statement-breakpoint
UPDATE "daily_totals" d SET
    "totals" = coalesce((SELECT jsonb_object_agg(coalesce(r."new_key", n.key), n.value) FROM jsonb_each(d."totals") n
      LEFT JOIN "renamed_metrics" r ON r."workspace_id" = d."workspace_id" AND r."team_id" = d."team_id" AND r."metric_key" = n.key), d."totals"),
    "late" = (SELECT array_agg(coalesce(r."new_key", n.key) ORDER BY n.place) FROM unnest(d."late") WITH ORDINALITY n(key, place)
      LEFT JOIN "renamed_metrics" r ON r."workspace_id" = d."workspace_id" AND r."team_id" = d."team_id" AND r."metric_key" = n.key),
    "implausible" = (SELECT array_agg(coalesce(r."new_key", n.key) ORDER BY n.place) FROM unnest(d."implausible") WITH ORDINALITY n(key, place)
      LEFT JOIN "renamed_metrics" r ON r."workspace_id" = d."workspace_id" AND r."team_id" = d."team_id" AND r."metric_key" = n.key),
    "corrected_up" = (SELECT array_agg(coalesce(r."new_key", n.key) ORDER BY n.place) FROM unnest(d."corrected_up") WITH ORDINALITY n(key, place)
      LEFT JOIN "renamed_metrics" r ON r."workspace_id" = d."workspace_id" AND r."team_id" = d."team_id" AND r."metric_key" = n.key)
  WHERE EXISTS (SELECT FROM "renamed_metrics" r WHERE r."workspace_id" = d."workspace_id" AND r."team_id" = d."team_id" AND (d."totals" ? r."metric_key"
    OR r."metric_key" = ANY (d."late") OR r."metric_key" = ANY (d."implausible") OR r."metric_key" = ANY (d."corrected_up")));--> statement-breakpoint
UPDATE "team_settings" o SET "settings" = jsonb_set(o."settings", '{measure,metric}', to_jsonb(r."new_key")) FROM "renamed_metrics" r
  WHERE r."workspace_id" = o."workspace_id" AND r."team_id" = o."team_id" AND r."metric_key" = o."settings" #>> '{measure,metric}';--> statement-breakpoint
UPDATE "board_snapshots" o SET "rows" = jsonb_set(o."rows", '{measure,metric}', to_jsonb(r."new_key")) FROM "renamed_metrics" r
  WHERE r."workspace_id" = o."workspace_id" AND r."team_id" = o."team_id" AND r."metric_key" = o."rows" #>> '{measure,metric}';--> statement-breakpoint
UPDATE "pending_setups" o SET "input" = jsonb_set(o."input", '{settings,measure,metric}', to_jsonb(r."new_key")) FROM "renamed_metrics" r
  WHERE r."workspace_id" = o."workspace_id" AND r."team_id" = o."team_id" AND r."metric_key" = o."input" #>> '{settings,measure,metric}';--> statement-breakpoint
UPDATE "audit_events" o SET "before" = jsonb_set(o."before", '{metric}', to_jsonb(r."new_key")) FROM "renamed_metrics" r
  WHERE r."workspace_id" = o."workspace_id" AND r."team_id" = o."team_id" AND r."metric_key" = o."before" #>> '{metric}';--> statement-breakpoint
UPDATE "audit_events" o SET "after" = jsonb_set(o."after", '{metric}', to_jsonb(r."new_key")) FROM "renamed_metrics" r
  WHERE r."workspace_id" = o."workspace_id" AND r."team_id" = o."team_id" AND r."metric_key" = o."after" #>> '{metric}';--> statement-breakpoint
UPDATE "audit_events" o SET "before" = jsonb_set(o."before", '{measure,metric}', to_jsonb(r."new_key")) FROM "renamed_metrics" r
  WHERE r."workspace_id" = o."workspace_id" AND r."team_id" = o."team_id" AND r."metric_key" = o."before" #>> '{measure,metric}';--> statement-breakpoint
UPDATE "audit_events" o SET "after" = jsonb_set(o."after", '{measure,metric}', to_jsonb(r."new_key")) FROM "renamed_metrics" r
  WHERE r."workspace_id" = o."workspace_id" AND r."team_id" = o."team_id" AND r."metric_key" = o."after" #>> '{measure,metric}';--> statement-breakpoint
UPDATE "messages" o SET "subject" = jsonb_set(o."subject", '{metricKey}', to_jsonb(r."new_key")) FROM "members" m, "renamed_metrics" r
  WHERE m."workspace_id" = o."workspace_id" AND m."member_id"::text = o."subject" ->> 'memberId'
    AND r."workspace_id" = m."workspace_id" AND r."team_id" = m."team_id" AND r."metric_key" = o."subject" ->> 'metricKey';--> statement-breakpoint
DROP TABLE "renamed_metrics";--> statement-breakpoint
-- What a team added itself is named in its language, and is its own, unless several teams have it.
INSERT INTO "catalogue" ("workspace_id", "metric_key", "names", "kind", "layer", "leading", "higher_is_better", "unit", "decimals",
    "hard_min", "hard_max", "funnel_order", "numerator", "denominator", "team_id")
  SELECT DISTINCT ON (m."workspace_id", m."metric_key") m."workspace_id", m."metric_key",
    CASE WHEN m."metric_key" LIKE 'own-%' AND m."label" IS NOT NULL
      THEN jsonb_build_object(coalesce(s."settings" ->> 'locale', 'en'), m."label") ELSE '{}' END,
    m."kind", m."layer", m."layer" = 'process', m."higher_is_better", m."unit",
    CASE WHEN m."unit" <> 'money' THEN m."decimals" END,
    min(m."hard_min" * (CASE WHEN m."unit" = 'money' THEN 10 ^ (4 - m."decimals") ELSE 1 END)::bigint) OVER same,
    max(m."hard_max" * (CASE WHEN m."unit" = 'money' THEN 10 ^ (4 - m."decimals") ELSE 1 END)::bigint) OVER same,
    array_position(ARRAY['leads', 'addedContacts', 'visits', 'proposals', 'newCustomers'], m."metric_key"),
    m."numerator", m."denominator",
    CASE WHEN m."metric_key" LIKE 'own-%' AND count(*) OVER same = 1 THEN m."team_id" END
  FROM "metrics" m
  LEFT JOIN "teams" t ON t."workspace_id" = m."workspace_id" AND t."team_id" = m."team_id"
  LEFT JOIN LATERAL (SELECT "settings" FROM "team_settings" s
    WHERE s."workspace_id" = m."workspace_id" AND s."team_id" = m."team_id" ORDER BY "effective_from" DESC LIMIT 1) s ON true
  WINDOW same AS (PARTITION BY m."workspace_id", m."metric_key")
  ORDER BY m."workspace_id", m."metric_key", t."created_at", m."team_id";--> statement-breakpoint
UPDATE "metrics" m SET "label" = NULL FROM "catalogue" c
  WHERE c."workspace_id" = m."workspace_id" AND c."metric_key" = m."metric_key"
    AND m."label" IN (c."names" ->> 'en', c."names" ->> 'zh-CN', c."names" ->> 'zh-TW');--> statement-breakpoint
UPDATE "metrics" SET "decimals" = NULL WHERE "unit" <> 'money';--> statement-breakpoint
ALTER TABLE "metrics" DROP COLUMN "kind";--> statement-breakpoint
ALTER TABLE "metrics" DROP COLUMN "layer";--> statement-breakpoint
ALTER TABLE "metrics" DROP COLUMN "higher_is_better";--> statement-breakpoint
ALTER TABLE "metrics" DROP COLUMN "unit";--> statement-breakpoint
ALTER TABLE "metrics" DROP COLUMN "hard_min";--> statement-breakpoint
ALTER TABLE "metrics" DROP COLUMN "hard_max";--> statement-breakpoint
ALTER TABLE "metrics" DROP COLUMN "numerator";--> statement-breakpoint
ALTER TABLE "metrics" DROP COLUMN "denominator";