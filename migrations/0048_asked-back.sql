CREATE TABLE "report_questions" (
	"workspace_id" text NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"date" date NOT NULL,
	"team_id" uuid NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"question" text,
	"version" integer NOT NULL,
	"reply" text,
	"replied_at" timestamp with time zone,
	CONSTRAINT "report_questions_workspace_id_member_id_kind_date_pk" PRIMARY KEY("workspace_id","member_id","kind","date")
);
--> statement-breakpoint
ALTER TABLE "answer_comments" ADD COLUMN "kind" text DEFAULT 'standup' NOT NULL;--> statement-breakpoint
ALTER TABLE "answer_reviews" ADD COLUMN "kind" text DEFAULT 'standup' NOT NULL;--> statement-breakpoint
ALTER TABLE "answer_comments" DROP CONSTRAINT "answer_comments_workspace_id_member_id_date_by_user_id_pk";--> statement-breakpoint
ALTER TABLE "answer_reviews" DROP CONSTRAINT "answer_reviews_workspace_id_member_id_date_pk";--> statement-breakpoint
ALTER TABLE "answer_comments" ADD CONSTRAINT "answer_comments_workspace_id_member_id_kind_date_by_user_id_pk" PRIMARY KEY("workspace_id","member_id","kind","date","by_user_id");--> statement-breakpoint
ALTER TABLE "answer_reviews" ADD CONSTRAINT "answer_reviews_workspace_id_member_id_kind_date_pk" PRIMARY KEY("workspace_id","member_id","kind","date");--> statement-breakpoint
CREATE INDEX "report_questions_team_day" ON "report_questions" USING btree ("workspace_id","team_id","date");