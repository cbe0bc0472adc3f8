ALTER TABLE "board_snapshots" ADD COLUMN "revised_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "checkin_days" ADD COLUMN "revised_at" timestamp with time zone;