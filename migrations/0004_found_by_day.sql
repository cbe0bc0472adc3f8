DROP INDEX "blockers_member";--> statement-breakpoint
DROP INDEX "blockers_team";--> statement-breakpoint
DROP INDEX "plan_items_place";--> statement-breakpoint
DROP INDEX "plan_items_team_day";--> statement-breakpoint
CREATE INDEX "blockers_closed" ON "blockers" USING btree ("workspace_id","team_id","closed_on","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_items_day" ON "plan_items" USING btree ("workspace_id","team_id","date","member_id","position");--> statement-breakpoint
CREATE INDEX "plan_items_settled" ON "plan_items" USING btree ("workspace_id","team_id","settled_on","member_id");