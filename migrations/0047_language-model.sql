CREATE TABLE "model_off_teams" (
	"workspace_id" text NOT NULL,
	"team_id" uuid NOT NULL,
	CONSTRAINT "model_off_teams_workspace_id_team_id_pk" PRIMARY KEY("workspace_id","team_id")
);
--> statement-breakpoint
CREATE TABLE "model_requests" (
	"workspace_id" text NOT NULL,
	"request_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"month" text NOT NULL,
	"user_id" text NOT NULL,
	"team_id" uuid,
	"purpose" text NOT NULL,
	"model" text NOT NULL,
	"subjects" text[] NOT NULL,
	"fields" text[] NOT NULL,
	"tools" text[] DEFAULT '{}' NOT NULL,
	"reserved_tokens" bigint NOT NULL,
	"input_tokens" bigint,
	"output_tokens" bigint,
	"outcome" text,
	CONSTRAINT "model_requests_workspace_id_request_id_pk" PRIMARY KEY("workspace_id","request_id")
);
--> statement-breakpoint
CREATE TABLE "model_settings" (
	"workspace_id" text NOT NULL,
	"is_off" boolean DEFAULT false NOT NULL,
	"monthly_tokens" bigint,
	CONSTRAINT "model_settings_workspace_id_pk" PRIMARY KEY("workspace_id")
);
--> statement-breakpoint
CREATE TABLE "model_usage" (
	"workspace_id" text NOT NULL,
	"month" text NOT NULL,
	"purpose" text NOT NULL,
	"requests" integer NOT NULL,
	"input_tokens" bigint NOT NULL,
	"output_tokens" bigint NOT NULL,
	CONSTRAINT "model_usage_workspace_id_month_purpose_pk" PRIMARY KEY("workspace_id","month","purpose")
);
--> statement-breakpoint
CREATE INDEX "model_requests_time" ON "model_requests" USING btree ("workspace_id","at");--> statement-breakpoint
CREATE INDEX "model_requests_old" ON "model_requests" USING btree ("at");