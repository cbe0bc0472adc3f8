CREATE TABLE "activity" (
	"workspace_id" text NOT NULL,
	"activity_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"metric_key" text NOT NULL,
	"date" date NOT NULL,
	"value" bigint NOT NULL,
	"source" text NOT NULL,
	"source_key" text NOT NULL,
	"corrects" uuid,
	"reason" text,
	"late" boolean DEFAULT false NOT NULL,
	"implausible" boolean DEFAULT false NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"entered_by" text NOT NULL,
	CONSTRAINT "activity_workspace_id_activity_id_pk" PRIMARY KEY("workspace_id","activity_id")
);
--> statement-breakpoint
CREATE TABLE "daily_totals" (
	"workspace_id" text NOT NULL,
	"team_id" uuid NOT NULL,
	"metric_key" text NOT NULL,
	"date" date NOT NULL,
	"member_id" uuid NOT NULL,
	"value" bigint NOT NULL,
	"late" boolean DEFAULT false NOT NULL,
	"implausible" boolean DEFAULT false NOT NULL,
	"corrected_up" boolean DEFAULT false NOT NULL,
	CONSTRAINT "daily_totals_workspace_id_team_id_metric_key_date_member_id_pk" PRIMARY KEY("workspace_id","team_id","metric_key","date","member_id")
);
--> statement-breakpoint
CREATE TABLE "board_snapshots" (
	"workspace_id" text NOT NULL,
	"team_id" uuid NOT NULL,
	"period" text NOT NULL,
	"from_date" date NOT NULL,
	"to_date" date NOT NULL,
	"rows" jsonb NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	CONSTRAINT "board_snapshots_workspace_id_team_id_period_from_date_pk" PRIMARY KEY("workspace_id","team_id","period","from_date")
);
--> statement-breakpoint
CREATE TABLE "due_items" (
	"workspace_id" text NOT NULL,
	"due_key" text NOT NULL,
	"kind" text NOT NULL,
	"team_id" uuid NOT NULL,
	"member_id" uuid,
	"date" date NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"look_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"settled_at" timestamp with time zone,
	CONSTRAINT "due_items_workspace_id_due_key_pk" PRIMARY KEY("workspace_id","due_key")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"workspace_id" text NOT NULL,
	"notice_key" text NOT NULL,
	"kind" text NOT NULL,
	"team_id" uuid,
	"to_user_id" text,
	"to_channel_id" text,
	"subject" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"delivered_version" integer DEFAULT 0 NOT NULL,
	"state" text NOT NULL,
	"sending_since" timestamp with time zone,
	"channel_id" text,
	"ts" text,
	"failure" text,
	"created_at" timestamp with time zone NOT NULL,
	"delivered_at" timestamp with time zone,
	CONSTRAINT "notices_workspace_id_notice_key_pk" PRIMARY KEY("workspace_id","notice_key")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"workspace_id" text NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"zone" text NOT NULL,
	"locale" text NOT NULL,
	"is_bot" boolean DEFAULT false NOT NULL,
	"is_admin" boolean DEFAULT false NOT NULL,
	"is_guest" boolean DEFAULT false NOT NULL,
	"deactivated" boolean DEFAULT false NOT NULL,
	"dm_channel_id" text,
	"refreshed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "people_workspace_id_user_id_pk" PRIMARY KEY("workspace_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"workspace_id" text NOT NULL,
	"name" text NOT NULL,
	"bot_user_id" text NOT NULL,
	"fiscal_year_start_month" integer DEFAULT 1 NOT NULL,
	"first_seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "workspaces_workspace_id_pk" PRIMARY KEY("workspace_id")
);
--> statement-breakpoint
CREATE TABLE "blockers" (
	"workspace_id" text NOT NULL,
	"blocker_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"text" text NOT NULL,
	"helper_user_id" text,
	"state" text NOT NULL,
	"raised_on" date NOT NULL,
	"closed_on" date,
	"withdrawn" boolean DEFAULT false NOT NULL,
	CONSTRAINT "blockers_workspace_id_blocker_id_pk" PRIMARY KEY("workspace_id","blocker_id")
);
--> statement-breakpoint
CREATE TABLE "plan_items" (
	"workspace_id" text NOT NULL,
	"item_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"date" date NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	"carried_from" uuid,
	"outcome" text,
	"settled_on" date,
	CONSTRAINT "plan_items_workspace_id_item_id_pk" PRIMARY KEY("workspace_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "standups" (
	"workspace_id" text NOT NULL,
	"member_id" uuid NOT NULL,
	"date" date NOT NULL,
	"team_id" uuid NOT NULL,
	"state" text NOT NULL,
	"answered_at" timestamp with time zone,
	"revision" integer DEFAULT 0 NOT NULL,
	"done_note" text DEFAULT '' NOT NULL,
	"numbers_date" date,
	"streak_days" integer DEFAULT 0 NOT NULL,
	"last_submit_key" text,
	CONSTRAINT "standups_workspace_id_member_id_date_pk" PRIMARY KEY("workspace_id","member_id","date")
);
--> statement-breakpoint
CREATE TABLE "extra_days" (
	"workspace_id" text NOT NULL,
	"team_id" uuid NOT NULL,
	"date" date NOT NULL,
	"kind" text NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "extra_days_workspace_id_team_id_date_pk" PRIMARY KEY("workspace_id","team_id","date")
);
--> statement-breakpoint
CREATE TABLE "leaves" (
	"workspace_id" text NOT NULL,
	"leave_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"from_date" date NOT NULL,
	"to_date" date NOT NULL,
	"part" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"cancelled_at" timestamp with time zone,
	"cancelled_by" text,
	CONSTRAINT "leaves_workspace_id_leave_id_pk" PRIMARY KEY("workspace_id","leave_id")
);
--> statement-breakpoint
CREATE TABLE "members" (
	"workspace_id" text NOT NULL,
	"member_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"joined_on" date NOT NULL,
	"left_on" date,
	CONSTRAINT "members_workspace_id_member_id_pk" PRIMARY KEY("workspace_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "metrics" (
	"workspace_id" text NOT NULL,
	"team_id" uuid NOT NULL,
	"metric_key" text NOT NULL,
	"label" text,
	"kind" text NOT NULL,
	"layer" text NOT NULL,
	"higher_is_better" boolean NOT NULL,
	"unit" text NOT NULL,
	"currency" text,
	"decimals" integer NOT NULL,
	"hard_min" bigint NOT NULL,
	"hard_max" bigint NOT NULL,
	"plausible_min" bigint,
	"plausible_max" bigint,
	"numerator" text,
	"denominator" text,
	"points" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "metrics_workspace_id_team_id_metric_key_pk" PRIMARY KEY("workspace_id","team_id","metric_key")
);
--> statement-breakpoint
CREATE TABLE "role_metrics" (
	"workspace_id" text NOT NULL,
	"team_id" uuid NOT NULL,
	"role" text NOT NULL,
	"metric_key" text NOT NULL,
	"position" integer NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	CONSTRAINT "role_metrics_workspace_id_team_id_role_metric_key_pk" PRIMARY KEY("workspace_id","team_id","role","metric_key")
);
--> statement-breakpoint
CREATE TABLE "team_settings" (
	"workspace_id" text NOT NULL,
	"team_id" uuid NOT NULL,
	"effective_from" date NOT NULL,
	"settings" jsonb NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "team_settings_workspace_id_team_id_effective_from_pk" PRIMARY KEY("workspace_id","team_id","effective_from")
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"workspace_id" text NOT NULL,
	"team_id" uuid NOT NULL,
	"channel_id" text NOT NULL,
	"manager_user_id" text NOT NULL,
	"parent_team_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "teams_workspace_id_team_id_pk" PRIMARY KEY("workspace_id","team_id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "activity_source" ON "activity" USING btree ("workspace_id","source_key","metric_key");--> statement-breakpoint
CREATE INDEX "activity_member_day" ON "activity" USING btree ("workspace_id","member_id","date","metric_key");--> statement-breakpoint
CREATE INDEX "daily_totals_member" ON "daily_totals" USING btree ("workspace_id","member_id","date");--> statement-breakpoint
CREATE INDEX "due_items_waiting" ON "due_items" USING btree ("look_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "due_items_team_day" ON "due_items" USING btree ("workspace_id","team_id","date");--> statement-breakpoint
CREATE INDEX "notices_message" ON "notices" USING btree ("workspace_id","channel_id","ts");--> statement-breakpoint
CREATE INDEX "notices_team" ON "notices" USING btree ("workspace_id","team_id","created_at");--> statement-breakpoint
CREATE INDEX "blockers_member" ON "blockers" USING btree ("workspace_id","member_id","state");--> statement-breakpoint
CREATE INDEX "blockers_team" ON "blockers" USING btree ("workspace_id","team_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_items_place" ON "plan_items" USING btree ("workspace_id","member_id","date","position");--> statement-breakpoint
CREATE INDEX "plan_items_team_day" ON "plan_items" USING btree ("workspace_id","team_id","date");--> statement-breakpoint
CREATE INDEX "standups_team_day" ON "standups" USING btree ("workspace_id","team_id","date");--> statement-breakpoint
CREATE INDEX "leaves_user" ON "leaves" USING btree ("workspace_id","user_id","to_date");--> statement-breakpoint
CREATE UNIQUE INDEX "members_active" ON "members" USING btree ("workspace_id","team_id","user_id") WHERE left_on is null;--> statement-breakpoint
CREATE INDEX "members_user" ON "members" USING btree ("workspace_id","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "teams_channel" ON "teams" USING btree ("workspace_id","channel_id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "teams_manager" ON "teams" USING btree ("workspace_id","manager_user_id");--> statement-breakpoint
CREATE INDEX "teams_parent" ON "teams" USING btree ("workspace_id","parent_team_id");