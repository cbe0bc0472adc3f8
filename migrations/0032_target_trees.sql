ALTER TABLE "target_versions" ADD COLUMN "role" text;--> statement-breakpoint
ALTER TABLE "target_versions" ADD COLUMN "lock" text DEFAULT 'hand';--> statement-breakpoint
ALTER TABLE "target_versions" ADD COLUMN "follows" boolean DEFAULT false NOT NULL;