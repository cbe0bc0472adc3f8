CREATE TABLE "action_items" (
	"workspace_id" text NOT NULL,
	"action_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"owner_user_id" text NOT NULL,
	"helper_user_ids" jsonb NOT NULL,
	"text" text NOT NULL,
	"due_on" date NOT NULL,
	"state" text NOT NULL,
	"origin_kind" text NOT NULL,
	"origin_reference" text,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"assigned_by" text NOT NULL,
	"closed_by" text,
	"closed_at" timestamp with time zone,
	"reason" text,
	CONSTRAINT "action_items_workspace_id_action_id_pk" PRIMARY KEY("workspace_id","action_id")
);
--> statement-breakpoint
CREATE INDEX "action_items_owner" ON "action_items" USING btree ("workspace_id","owner_user_id","due_on") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "action_items_team" ON "action_items" USING btree ("workspace_id","team_id","due_on") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "action_items_closed" ON "action_items" USING btree ("closed_at") WHERE state <> 'open';