CREATE TABLE "channels" (
	"workspace_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"name" text NOT NULL,
	"is_private" boolean,
	"is_external" boolean DEFAULT false NOT NULL,
	"check_at" timestamp with time zone NOT NULL,
	CONSTRAINT "channels_workspace_id_channel_id_pk" PRIMARY KEY("workspace_id","channel_id")
);
--> statement-breakpoint
CREATE INDEX "channels_check" ON "channels" USING btree ("check_at");--> statement-breakpoint
INSERT INTO "channels" ("workspace_id", "channel_id", "name", "check_at")
SELECT DISTINCT "workspace_id", "channel_id", '', 'epoch'::timestamptz FROM "teams";
