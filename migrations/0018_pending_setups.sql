CREATE TABLE "pending_setups" (
	"workspace_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"team_id" uuid,
	"user_id" text NOT NULL,
	"input" jsonb NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"next_attempt_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "pending_setups_workspace_id_channel_id_pk" PRIMARY KEY("workspace_id","channel_id")
);
--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "disconnected_at" timestamp with time zone;