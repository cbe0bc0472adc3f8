CREATE TABLE "join_requests" (
	"workspace_id" text NOT NULL,
	"request_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"requested_by" text NOT NULL,
	"home_team_id" uuid NOT NULL,
	"asked_user_id" text NOT NULL,
	"asked_team_id" uuid,
	"asked_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "join_requests_workspace_id_request_id_pk" PRIMARY KEY("workspace_id","request_id")
);
--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "settings" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "join_requests_waiting" ON "join_requests" USING btree ("workspace_id","team_id","user_id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "join_requests_decided" ON "join_requests" USING btree ("decided_at") WHERE state <> 'waiting';