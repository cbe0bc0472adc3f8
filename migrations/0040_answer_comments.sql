CREATE TABLE "answer_comments" (
	"workspace_id" text NOT NULL,
	"member_id" uuid NOT NULL,
	"date" date NOT NULL,
	"by_user_id" text NOT NULL,
	"team_id" uuid NOT NULL,
	"comment" text,
	"version" integer NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "answer_comments_workspace_id_member_id_date_by_user_id_pk" PRIMARY KEY("workspace_id","member_id","date","by_user_id")
);
--> statement-breakpoint
CREATE INDEX "answer_comments_team_day" ON "answer_comments" USING btree ("workspace_id","team_id","date");--> statement-breakpoint
INSERT INTO "answer_comments" ("workspace_id", "member_id", "date", "by_user_id", "team_id", "comment", "version", "written_at")
SELECT "workspace_id", "member_id", "date", "commented_by", "team_id", "comment", 1, "read_at" FROM "answer_reviews" WHERE "commented_by" IS NOT NULL;--> statement-breakpoint
UPDATE "messages" AS m SET "message_key" = m."message_key" || ':' || c."by_user_id" || ':1',
	"subject" = m."subject" || jsonb_build_object('byUserId', c."by_user_id", 'version', 1)
FROM "answer_comments" AS c
WHERE m."kind" = 'answer-comment' AND m."workspace_id" = c."workspace_id" AND m."message_key" = 'comment:' || c."member_id" || ':' || c."date";--> statement-breakpoint
ALTER TABLE "answer_reviews" DROP COLUMN "comment";--> statement-breakpoint
ALTER TABLE "answer_reviews" DROP COLUMN "commented_by";