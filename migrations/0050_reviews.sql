CREATE TABLE "reviews" (
	"workspace_id" text NOT NULL,
	"team_id" uuid NOT NULL,
	"period" text NOT NULL,
	"from_date" date NOT NULL,
	"causes" jsonb NOT NULL,
	"minutes" text,
	"minutes_by" text,
	"minutes_at" timestamp with time zone,
	CONSTRAINT "reviews_workspace_id_team_id_period_from_date_pk" PRIMARY KEY("workspace_id","team_id","period","from_date")
);
--> statement-breakpoint
CREATE INDEX "reviews_from_date" ON "reviews" USING btree ("from_date");