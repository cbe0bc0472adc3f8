CREATE TABLE "answer_reviews" (
	"workspace_id" text NOT NULL,
	"member_id" uuid NOT NULL,
	"date" date NOT NULL,
	"team_id" uuid NOT NULL,
	"read_by" text NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	"read_revision" integer NOT NULL,
	"comment" text,
	"commented_by" text,
	CONSTRAINT "answer_reviews_workspace_id_member_id_date_pk" PRIMARY KEY("workspace_id","member_id","date")
);
--> statement-breakpoint
ALTER TABLE "checkin_prompts" ADD COLUMN "nudged_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "checkin_prompts" ADD COLUMN "nudged_by" text;--> statement-breakpoint
CREATE INDEX "answer_reviews_team_day" ON "answer_reviews" USING btree ("workspace_id","team_id","date");