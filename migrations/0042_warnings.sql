CREATE TABLE "warning_episodes" (
	"workspace_id" text NOT NULL,
	"episode_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"rule_id" uuid NOT NULL,
	"signal" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"member_id" uuid,
	"metric_key" text NOT NULL,
	"period_from" date NOT NULL,
	"period_to" date NOT NULL,
	"state" text NOT NULL,
	"level" text NOT NULL,
	"peak" text NOT NULL,
	"streak" integer NOT NULL,
	"last_morning" date,
	"opened_at" timestamp with time zone,
	"procedure" jsonb NOT NULL,
	"step" integer NOT NULL,
	"next_at" timestamp with time zone,
	"silenced" boolean NOT NULL,
	"acknowledgement" jsonb,
	"snooze" jsonb,
	"told" jsonb NOT NULL,
	"evidence" jsonb NOT NULL,
	"resolution" jsonb,
	"resolved_at" timestamp with time zone,
	"version" integer NOT NULL,
	CONSTRAINT "warning_episodes_workspace_id_episode_id_pk" PRIMARY KEY("workspace_id","episode_id")
);
--> statement-breakpoint
CREATE TABLE "warning_events" (
	"workspace_id" text NOT NULL,
	"episode_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_user_id" text,
	"from_state" text,
	"from_level" text,
	"to_state" text NOT NULL,
	"to_level" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "warning_events_workspace_id_episode_id_number_pk" PRIMARY KEY("workspace_id","episode_id","number")
);
--> statement-breakpoint
CREATE TABLE "warning_rules" (
	"workspace_id" text NOT NULL,
	"rule_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"signal" text NOT NULL,
	"metric_key" text,
	"preset" text,
	"settings" jsonb NOT NULL,
	"procedure" jsonb NOT NULL,
	"muted_from" date,
	"muted_to" date,
	"active" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "warning_rules_workspace_id_rule_id_pk" PRIMARY KEY("workspace_id","rule_id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "warning_episodes_one" ON "warning_episodes" USING btree ("workspace_id","rule_id","subject_id","metric_key","period_from") WHERE state <> 'resolved';--> statement-breakpoint
CREATE INDEX "warning_episodes_unresolved" ON "warning_episodes" USING btree ("workspace_id","team_id") WHERE state <> 'resolved';--> statement-breakpoint
CREATE INDEX "warning_episodes_team" ON "warning_episodes" USING btree ("workspace_id","team_id","period_from");--> statement-breakpoint
CREATE INDEX "warning_episodes_over" ON "warning_episodes" USING btree ("resolved_at") WHERE state = 'resolved';--> statement-breakpoint
CREATE INDEX "warning_events_old" ON "warning_events" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "warning_rules_preset" ON "warning_rules" USING btree ("workspace_id","team_id","preset");