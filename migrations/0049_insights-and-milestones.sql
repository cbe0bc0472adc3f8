CREATE TABLE "insights" (
	"workspace_id" text NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"date" date NOT NULL,
	"section" text NOT NULL,
	"team_id" uuid NOT NULL,
	"text" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"words" "tsvector",
	CONSTRAINT "insights_workspace_id_member_id_kind_date_section_pk" PRIMARY KEY("workspace_id","member_id","kind","date","section")
);
--> statement-breakpoint
ALTER TABLE "action_items" ADD COLUMN "weight" integer;--> statement-breakpoint
CREATE INDEX "insights_team_day" ON "insights" USING btree ("workspace_id","team_id","date");--> statement-breakpoint
CREATE INDEX "insights_words" ON "insights" USING gin ("words");--> statement-breakpoint
CREATE INDEX "insights_without_words" ON "insights" USING btree ("workspace_id") WHERE words is null;--> statement-breakpoint
CREATE INDEX "action_items_helpers" ON "action_items" USING gin ("helper_user_ids" jsonb_path_ops) WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "action_items_support" ON "action_items" USING btree ("workspace_id","team_id","origin_reference") WHERE origin_kind = 'support-request';--> statement-breakpoint
CREATE INDEX "action_items_milestones" ON "action_items" USING btree ("workspace_id","owner_user_id","due_on") WHERE weight is not null;--> statement-breakpoint
-- What reports have said so far; a job makes the words by which it is searched.
INSERT INTO "insights" ("workspace_id", "member_id", "kind", "date", "section", "team_id", "text", "written_at")
SELECT "workspace_id", "member_id", "kind", "date", 'market', "team_id", "sections"->>'market', "answered_at"
FROM "checkin_answers"
WHERE "kind" = 'weekly' AND "answered_at" IS NOT NULL AND "sections"->>'market' <> '';
