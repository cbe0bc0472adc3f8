CREATE TABLE "readings" (
	"workspace_id" text NOT NULL,
	"user_id" text NOT NULL,
	"day" date NOT NULL,
	"viewer_user_id" text NOT NULL,
	"opened" text[] NOT NULL,
	"sent" text[] NOT NULL,
	CONSTRAINT "readings_workspace_id_user_id_day_viewer_user_id_pk" PRIMARY KEY("workspace_id","user_id","day","viewer_user_id")
);
--> statement-breakpoint
CREATE INDEX "readings_old" ON "readings" USING btree ("day");--> statement-breakpoint
CREATE INDEX "audit_events_actor" ON "audit_events" USING btree ("workspace_id","actor_user_id","at");