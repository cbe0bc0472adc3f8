DROP INDEX "activity_member_day";--> statement-breakpoint
CREATE INDEX "activity_member_date" ON "activity" USING btree ("workspace_id","member_id","date");