CREATE TABLE "former_states" (
	"workspace_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"row_key" text NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"state" jsonb NOT NULL,
	CONSTRAINT "former_states_workspace_id_kind_subject_row_key_until_pk" PRIMARY KEY("workspace_id","kind","subject","row_key","until")
);
--> statement-breakpoint
CREATE TABLE "known_holidays" (
	"workspace_id" text NOT NULL,
	"place" text NOT NULL,
	"year" integer NOT NULL,
	"dates" jsonb NOT NULL,
	"known_since" timestamp with time zone NOT NULL,
	CONSTRAINT "known_holidays_workspace_id_place_year_pk" PRIMARY KEY("workspace_id","place","year")
);
