CREATE TABLE "win_reactions" (
	"workspace_id" text NOT NULL,
	"source_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"reaction" text NOT NULL,
	"reacted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "win_reactions_workspace_id_source_id_user_id_reaction_pk" PRIMARY KEY("workspace_id","source_id","user_id","reaction")
);
--> statement-breakpoint
CREATE TABLE "wins" (
	"workspace_id" text NOT NULL,
	"source_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"date" date NOT NULL,
	"metric_key" text NOT NULL,
	"amount" bigint NOT NULL,
	"entered_amount" bigint NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"customer" text,
	CONSTRAINT "wins_workspace_id_source_id_pk" PRIMARY KEY("workspace_id","source_id")
);
--> statement-breakpoint
CREATE INDEX "win_reactions_old" ON "win_reactions" USING btree ("reacted_at");--> statement-breakpoint
CREATE INDEX "wins_member" ON "wins" USING btree ("workspace_id","member_id","date");--> statement-breakpoint
CREATE INDEX "wins_team" ON "wins" USING btree ("workspace_id","team_id","date");--> statement-breakpoint
CREATE INDEX "messages_in_channel" ON "messages" USING btree ("workspace_id","channel_id","ts") WHERE to_channel_id is not null and ts is not null;