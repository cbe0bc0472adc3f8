DROP INDEX "notices_message";--> statement-breakpoint
DROP INDEX "notices_team";