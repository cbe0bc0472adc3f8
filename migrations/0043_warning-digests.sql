CREATE TABLE "warning_digest_lines" (
	"workspace_id" text NOT NULL,
	"user_id" text NOT NULL,
	"date" date NOT NULL,
	"number" integer NOT NULL,
	"episode_id" uuid NOT NULL,
	"what" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "warning_digest_lines_workspace_id_user_id_date_number_episode_id_pk" PRIMARY KEY("workspace_id","user_id","date","number","episode_id")
);
--> statement-breakpoint
CREATE INDEX "warning_digest_lines_episode" ON "warning_digest_lines" USING btree ("workspace_id","episode_id");--> statement-breakpoint
CREATE INDEX "warning_digest_lines_old" ON "warning_digest_lines" USING btree ("added_at");--> statement-breakpoint
CREATE INDEX "messages_to_person" ON "messages" USING btree ("workspace_id","to_user_id","created_at") WHERE to_user_id is not null;