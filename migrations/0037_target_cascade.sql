ALTER TABLE "target_versions" ADD COLUMN "part_of" uuid;--> statement-breakpoint
ALTER TABLE "target_versions" ADD COLUMN "keeps_part" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "target_versions" ADD COLUMN "own" bigint;--> statement-breakpoint
ALTER TABLE "target_versions" ADD COLUMN "own_keeps" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- What was set itself so far stays where a target above is shared out.
UPDATE "target_versions" SET "keeps_part" = true WHERE NOT "follows" AND "whole" IS NOT NULL;
