CREATE TABLE "plan_rates" (
	"workspace_id" text NOT NULL,
	"year_from" date NOT NULL,
	"version" integer NOT NULL,
	"effective_from" date NOT NULL,
	"reporting" text NOT NULL,
	"rates" jsonb NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "plan_rates_workspace_id_year_from_version_pk" PRIMARY KEY("workspace_id","year_from","version")
);
