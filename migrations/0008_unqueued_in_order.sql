ALTER TABLE "unqueued_notices" DROP CONSTRAINT "unqueued_notices_workspace_id_notice_key_version_pk";--> statement-breakpoint
ALTER TABLE "unqueued_notices" ADD COLUMN "place" bigint NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "unqueued_notices_place_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1);--> statement-breakpoint
ALTER TABLE "unqueued_notices" ADD CONSTRAINT "unqueued_notices_workspace_id_place_pk" PRIMARY KEY("workspace_id","place");--> statement-breakpoint
ALTER TABLE "unqueued_notices" DROP COLUMN "version";