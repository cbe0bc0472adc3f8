CREATE TABLE "open_homes" (
	"workspace_id" text NOT NULL,
	"user_id" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"looked_at" timestamp with time zone NOT NULL,
	"shown" text NOT NULL,
	CONSTRAINT "open_homes_workspace_id_user_id_pk" PRIMARY KEY("workspace_id","user_id")
);
