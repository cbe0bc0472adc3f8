ALTER TABLE "members" RENAME COLUMN "filings" TO "standup_version";--> statement-breakpoint
ALTER TABLE "due_items" RENAME COLUMN "look_at" TO "next_attempt_at";--> statement-breakpoint
UPDATE "due_items" SET "kind" = 'member-close', "due_key" = 'member-close' || substr("due_key", length('lapse') + 1) WHERE "kind" = 'lapse';
