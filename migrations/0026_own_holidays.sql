CREATE TABLE "own_holidays" (
	"workspace_id" text NOT NULL,
	"user_id" text NOT NULL,
	"from_date" date NOT NULL,
	"follows_team" boolean NOT NULL,
	"country" text,
	"region" text,
	"set_by" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "own_holidays_workspace_id_user_id_from_date_pk" PRIMARY KEY("workspace_id","user_id","from_date")
);
