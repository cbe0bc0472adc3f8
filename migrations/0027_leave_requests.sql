CREATE TABLE "leave_requests" (
	"workspace_id" text NOT NULL,
	"request_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"wish" text NOT NULL,
	"leave_id" uuid NOT NULL,
	"from_date" date NOT NULL,
	"to_date" date NOT NULL,
	"part" text NOT NULL,
	"kind" text NOT NULL,
	"number_days" jsonb NOT NULL,
	"home_team_id" uuid NOT NULL,
	"asked_user_id" text NOT NULL,
	"asked_team_id" uuid,
	"asked_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "leave_requests_workspace_id_request_id_pk" PRIMARY KEY("workspace_id","request_id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "leave_requests_waiting" ON "leave_requests" USING btree ("workspace_id","leave_id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "leave_requests_decided" ON "leave_requests" USING btree ("decided_at") WHERE state <> 'waiting';