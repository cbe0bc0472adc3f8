CREATE TABLE "checkin_days" (
	"workspace_id" text NOT NULL,
	"team_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"date" date NOT NULL,
	"closed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "checkin_days_workspace_id_team_id_kind_date_pk" PRIMARY KEY("workspace_id","team_id","kind","date")
);
--> statement-breakpoint
CREATE TABLE "checkin_prompts" (
	"workspace_id" text NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"date" date NOT NULL,
	"team_id" uuid NOT NULL,
	"prompted_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	CONSTRAINT "checkin_prompts_workspace_id_member_id_kind_date_pk" PRIMARY KEY("workspace_id","member_id","kind","date")
);
--> statement-breakpoint
CREATE INDEX "checkin_prompts_team_day" ON "checkin_prompts" USING btree ("workspace_id","team_id","date");--> statement-breakpoint
-- Until now only what had fallen due told who was prompted and which days are closed.
INSERT INTO "checkin_prompts" ("workspace_id", "member_id", "kind", "date", "team_id", "prompted_at", "reminded_at")
  SELECT "workspace_id", "member_id", 'standup', "date", min("team_id"::text)::uuid,
    min(coalesce("settled_at", "due_at")) FILTER (WHERE "kind" = 'prompt'),
    min(coalesce("settled_at", "due_at")) FILTER (WHERE "kind" = 'remind')
  FROM "due_items" WHERE "kind" IN ('prompt', 'remind') AND "state" = 'done' AND "member_id" IS NOT NULL
  GROUP BY "workspace_id", "member_id", "date";--> statement-breakpoint
INSERT INTO "checkin_days" ("workspace_id", "team_id", "kind", "date", "closed_at")
  SELECT "workspace_id", "team_id", 'standup', "date", min(coalesce("settled_at", "due_at"))
  FROM "due_items" WHERE "kind" = 'close' AND "state" <> 'waiting'
  GROUP BY "workspace_id", "team_id", "date";
