CREATE TABLE "unqueued_notices" (
	"workspace_id" text NOT NULL,
	"notice_key" text NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "unqueued_notices_workspace_id_notice_key_version_pk" PRIMARY KEY("workspace_id","notice_key","version")
);
