CREATE TABLE "target_parts" (
	"workspace_id" text NOT NULL,
	"member_id" uuid NOT NULL,
	"metric_key" text NOT NULL,
	"period" text NOT NULL,
	"from_date" date NOT NULL,
	"version" integer NOT NULL,
	"team_id" uuid NOT NULL,
	"to_date" date NOT NULL,
	"value" bigint NOT NULL,
	"by_hand" boolean NOT NULL,
	"until" date NOT NULL,
	"effective_from" date NOT NULL,
	CONSTRAINT "target_parts_workspace_id_member_id_metric_key_period_from_date_version_pk" PRIMARY KEY("workspace_id","member_id","metric_key","period","from_date","version")
);
--> statement-breakpoint
CREATE TABLE "target_versions" (
	"workspace_id" text NOT NULL,
	"team_id" uuid NOT NULL,
	"metric_key" text NOT NULL,
	"period" text NOT NULL,
	"from_date" date NOT NULL,
	"version" integer NOT NULL,
	"to_date" date NOT NULL,
	"whole" bigint,
	"split" text,
	"month_weights" jsonb,
	"effective_from" date NOT NULL,
	"reason" text NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	"source_key" text NOT NULL,
	CONSTRAINT "target_versions_workspace_id_team_id_metric_key_period_from_date_version_pk" PRIMARY KEY("workspace_id","team_id","metric_key","period","from_date","version")
);
--> statement-breakpoint
CREATE INDEX "target_parts_team" ON "target_parts" USING btree ("workspace_id","team_id","metric_key","period","from_date");