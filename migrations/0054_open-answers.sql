CREATE TABLE "open_answers" (
	"workspace_id" text NOT NULL,
	"answer_id" uuid NOT NULL,
	"channel_id" text NOT NULL,
	"user_id" text NOT NULL,
	"status_ts" text,
	"tried_at" timestamp with time zone NOT NULL,
	CONSTRAINT "open_answers_workspace_id_answer_id_pk" PRIMARY KEY("workspace_id","answer_id")
);
