ALTER TABLE "notices" RENAME TO "messages";--> statement-breakpoint
ALTER TABLE "messages" RENAME COLUMN "notice_key" TO "message_key";--> statement-breakpoint
ALTER TABLE "messages" RENAME CONSTRAINT "notices_workspace_id_notice_key_pk" TO "messages_workspace_id_message_key_pk";--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "next_attempt_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "claim_id" uuid;--> statement-breakpoint
-- What waited for a job, had one, or was just being sent is due; what an older process is just sending, once its claim of 20 s has ended.
UPDATE "messages" SET "next_attempt_at" = greatest(now(), CASE WHEN "state" = 'sending' THEN "sending_since" + interval '20 seconds' END)
  WHERE "state" IN ('waiting', 'sending') AND "delivered_version" < "version";--> statement-breakpoint
UPDATE "messages" SET "kind" = 'delivery-problem' WHERE "kind" = 'trouble';--> statement-breakpoint
CREATE INDEX "messages_due" ON "messages" USING btree ("workspace_id","next_attempt_at") WHERE next_attempt_at is not null;--> statement-breakpoint
CREATE INDEX "messages_claimed" ON "messages" USING btree ("workspace_id","next_attempt_at") WHERE claim_id is not null;--> statement-breakpoint
DROP TABLE "unqueued_notices";--> statement-breakpoint
DROP SCHEMA IF EXISTS "pgboss" CASCADE;
