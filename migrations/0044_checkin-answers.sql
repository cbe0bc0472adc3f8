CREATE TABLE "checkin_answers" (
	"workspace_id" text NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"date" date NOT NULL,
	"team_id" uuid NOT NULL,
	"state" text NOT NULL,
	"answered_at" timestamp with time zone,
	"revision" integer DEFAULT 0 NOT NULL,
	"sections" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"numbers_date" date,
	"last_submit_key" text,
	CONSTRAINT "checkin_answers_workspace_id_member_id_kind_date_pk" PRIMARY KEY("workspace_id","member_id","kind","date")
);
--> statement-breakpoint
CREATE INDEX "checkin_answers_team_day" ON "checkin_answers" USING btree ("workspace_id","team_id","date");