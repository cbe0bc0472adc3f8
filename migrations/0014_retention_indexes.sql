CREATE INDEX "messages_over" ON "messages" USING btree (coalesce(delivered_at, created_at)) WHERE next_attempt_at is null;--> statement-breakpoint
CREATE INDEX "messages_failed" ON "messages" USING btree ("created_at") WHERE state = 'failed';--> statement-breakpoint
CREATE INDEX "due_items_over" ON "due_items" USING btree ("date") WHERE state <> 'waiting';--> statement-breakpoint
CREATE INDEX "due_items_problems" ON "due_items" USING btree ("settled_at") WHERE state in ('missed_too_late', 'failed');