CREATE TABLE "home_teams" (
	"workspace_id" text NOT NULL,
	"user_id" text NOT NULL,
	"team_id" uuid NOT NULL,
	CONSTRAINT "home_teams_workspace_id_user_id_pk" PRIMARY KEY("workspace_id","user_id")
);

--> statement-breakpoint
INSERT INTO "home_teams" ("workspace_id", "user_id", "team_id")
SELECT DISTINCT ON (m."workspace_id", m."user_id") m."workspace_id", m."user_id", m."team_id"
FROM "members" m JOIN "teams" t ON t."workspace_id" = m."workspace_id" AND t."team_id" = m."team_id"
WHERE m."left_on" IS NULL
ORDER BY m."workspace_id", m."user_id", t."archived_at" IS NOT NULL, m."joined_on", m."member_id";
