DROP INDEX "activity_source";--> statement-breakpoint
ALTER TABLE "activity" DROP CONSTRAINT "activity_workspace_id_activity_id_pk";--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_workspace_id_source_key_metric_key_pk" PRIMARY KEY("workspace_id","source_key","metric_key");