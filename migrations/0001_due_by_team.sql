DROP INDEX "due_items_waiting";--> statement-breakpoint
CREATE INDEX "due_items_waiting" ON "due_items" USING btree ("look_at","team_id") WHERE state = 'waiting';