ALTER TABLE "warning_rules" ADD COLUMN "muted" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
UPDATE "warning_rules" SET "muted" = jsonb_build_array(jsonb_build_object('from', "muted_from", 'to', "muted_to")) WHERE "muted_from" IS NOT NULL AND "muted_to" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "warning_rules" DROP COLUMN "muted_from";--> statement-breakpoint
ALTER TABLE "warning_rules" DROP COLUMN "muted_to";
