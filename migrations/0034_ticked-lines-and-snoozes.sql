ALTER TABLE "checkin_prompts" ADD COLUMN "snoozed_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "plan_items" ADD COLUMN "ticked_at" timestamp with time zone;