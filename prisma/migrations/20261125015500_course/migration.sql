-- AlterTable
ALTER TABLE "visit" ADD COLUMN     "ballots" INTEGER NOT NULL DEFAULT 0;

-- The ballots that count already, in the hour they were first cast.
INSERT INTO "visit" ("survey_id", "hour", "source", "ballots")
SELECT "survey_id", date_trunc('hour', "cast_at", 'UTC'), coalesce("source", 'unknown'), count(*)
FROM "ballot"
WHERE "cells" <> '{}' AND "quarantine_id" IS NULL
GROUP BY 1, 2, 3
ON CONFLICT ("survey_id", "hour", "source") DO UPDATE SET "ballots" = excluded."ballots";
