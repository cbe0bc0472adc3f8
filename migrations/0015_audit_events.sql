CREATE TABLE "audit_events" (
	"workspace_id" text NOT NULL,
	"event_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"actor_user_id" text,
	"user_id" text,
	"team_id" uuid,
	"screen" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "audit_events_workspace_id_event_id_pk" PRIMARY KEY("workspace_id","event_id")
);
--> statement-breakpoint
CREATE INDEX "audit_events_time" ON "audit_events" USING btree ("workspace_id","at");--> statement-breakpoint
CREATE INDEX "audit_events_team" ON "audit_events" USING btree ("workspace_id","team_id","at");--> statement-breakpoint
CREATE INDEX "audit_events_person" ON "audit_events" USING btree ("workspace_id","user_id","at");--> statement-breakpoint
CREATE INDEX "audit_events_old" ON "audit_events" USING btree ("at");