DROP INDEX "daily_totals_member";--> statement-breakpoint
ALTER TABLE "daily_totals" DROP CONSTRAINT "daily_totals_workspace_id_team_id_metric_key_date_member_id_pk";--> statement-breakpoint
ALTER TABLE "daily_totals" ADD CONSTRAINT "daily_totals_workspace_id_member_id_date_metric_key_pk" PRIMARY KEY("workspace_id","member_id","date","metric_key");--> statement-breakpoint
CREATE INDEX "daily_totals_team" ON "daily_totals" USING btree ("workspace_id","team_id","metric_key","date");