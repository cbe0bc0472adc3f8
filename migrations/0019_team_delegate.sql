CREATE TABLE "manager_questions" (
	"workspace_id" text NOT NULL,
	"team_id" uuid NOT NULL,
	"manager_user_id" text NOT NULL,
	"since" date,
	"asked_user_id" text,
	"asked_at" timestamp with time zone NOT NULL,
	"kept_by" text,
	CONSTRAINT "manager_questions_workspace_id_team_id_pk" PRIMARY KEY("workspace_id","team_id")
);
--> statement-breakpoint
CREATE TABLE "parent_proposals" (
	"workspace_id" text NOT NULL,
	"team_id" uuid NOT NULL,
	"parent_team_id" uuid NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "parent_proposals_workspace_id_team_id_pk" PRIMARY KEY("workspace_id","team_id")
);
--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "delegate_user_id" text;--> statement-breakpoint
CREATE INDEX "teams_delegate" ON "teams" USING btree ("workspace_id","delegate_user_id") WHERE delegate_user_id is not null;