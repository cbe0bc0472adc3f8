CREATE TABLE "answered_messages" (
	"workspace_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"ts" text NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "answered_messages_workspace_id_channel_id_ts_pk" PRIMARY KEY("workspace_id","channel_id","ts")
);
