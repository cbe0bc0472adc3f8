ALTER TABLE "checkin_answers" ADD COLUMN "first_answered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "standups" ADD COLUMN "first_answered_at" timestamp with time zone;--> statement-breakpoint
-- Of what is there already only the last edit is known.
UPDATE "checkin_answers" SET "first_answered_at" = "answered_at" WHERE "answered_at" IS NOT NULL;--> statement-breakpoint
UPDATE "standups" SET "first_answered_at" = "answered_at" WHERE "answered_at" IS NOT NULL;
