-- One row for each act in the ledger, and one for each day in the totals, instead of one for each metric.
DROP INDEX "activity_member_date";--> statement-breakpoint
DROP INDEX "daily_totals_team";--> statement-breakpoint
ALTER TABLE "activity" RENAME TO "activity_by_metric";--> statement-breakpoint
ALTER TABLE "daily_totals" RENAME TO "daily_totals_by_metric";--> statement-breakpoint
CREATE TABLE "activity" (
	"workspace_id" text NOT NULL,
	"source_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"date" date NOT NULL,
	"part" smallint DEFAULT 1 NOT NULL,
	"late" boolean DEFAULT false NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"source" text NOT NULL,
	"entered_by" text NOT NULL,
	"numbers" jsonb NOT NULL,
	"implausible" text[],
	"corrects" jsonb,
	"reason" text
);--> statement-breakpoint
-- Room for the changes of the day: they need no new index entries then.
CREATE TABLE "daily_totals" (
	"workspace_id" text NOT NULL,
	"member_id" uuid NOT NULL,
	"date" date NOT NULL,
	"team_id" uuid NOT NULL,
	"totals" jsonb NOT NULL,
	"late" text[],
	"implausible" text[],
	"corrected_up" text[]
) WITH (fillfactor = 90);--> statement-breakpoint
-- Entries of one source that were not entered at the same instant stay apart, as its parts, so that the order of the ledger stays.
INSERT INTO "activity" ("workspace_id", "source_id", "member_id", "team_id", "date", "part", "late", "entered_at", "source",
    "entered_by", "numbers", "implausible", "corrects", "reason")
  SELECT "workspace_id", "source_id", "member_id", "team_id", "date",
    row_number() OVER (PARTITION BY "workspace_id", "source_id" ORDER BY "entered_at", "date", "member_id", "late", "source", "entered_by"),
    "late", "entered_at", "source", "entered_by", "numbers", "implausible", "corrects", "reason"
  FROM (
    SELECT a."workspace_id", encode(substring(sha256(convert_to(a."source_key", 'UTF8')) FROM 1 FOR 16), 'hex')::uuid AS "source_id",
      a."member_id", a."team_id", a."date", a."late", a."entered_at", a."source", a."entered_by",
      jsonb_object_agg(a."metric_key", a."value") AS "numbers",
      array_agg(a."metric_key" ORDER BY a."metric_key") FILTER (WHERE a."implausible") AS "implausible",
      jsonb_object_agg(a."metric_key", coalesce(
          encode(substring(sha256(convert_to(c."source_key", 'UTF8')) FROM 1 FOR 16), 'hex')::uuid, a."corrects"))
        FILTER (WHERE a."corrects" IS NOT NULL) AS "corrects",
      max(a."reason") AS "reason"
    FROM "activity_by_metric" a
    LEFT JOIN "activity_by_metric" c ON c."workspace_id" = a."workspace_id" AND c."activity_id" = a."corrects"
    GROUP BY a."workspace_id", a."source_key", a."member_id", a."team_id", a."date", a."late", a."entered_at", a."source", a."entered_by"
  ) acts
  ORDER BY "date", "team_id";--> statement-breakpoint
INSERT INTO "daily_totals" ("workspace_id", "member_id", "date", "team_id", "totals", "late", "implausible", "corrected_up")
  SELECT "workspace_id", "member_id", "date", (array_agg("team_id"))[1], jsonb_object_agg("metric_key", "value"),
    array_agg("metric_key" ORDER BY "metric_key") FILTER (WHERE "late"),
    array_agg("metric_key" ORDER BY "metric_key") FILTER (WHERE "implausible"),
    array_agg("metric_key" ORDER BY "metric_key") FILTER (WHERE "corrected_up")
  FROM "daily_totals_by_metric"
  GROUP BY "workspace_id", "member_id", "date"
  ORDER BY "date", 4;--> statement-breakpoint
DROP TABLE "activity_by_metric";--> statement-breakpoint
DROP TABLE "daily_totals_by_metric";--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_workspace_id_source_id_part_pk" PRIMARY KEY("workspace_id","source_id","part");--> statement-breakpoint
CREATE INDEX "activity_member_date" ON "activity" USING btree ("workspace_id","member_id","date");--> statement-breakpoint
ALTER TABLE "daily_totals" ADD CONSTRAINT "daily_totals_workspace_id_member_id_date_pk" PRIMARY KEY("workspace_id","member_id","date");--> statement-breakpoint
CREATE INDEX "daily_totals_team" ON "daily_totals" USING btree ("workspace_id","team_id","date");--> statement-breakpoint
ANALYZE "activity", "daily_totals";
