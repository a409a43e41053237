-- DropIndex
DROP INDEX "question_survey_id_position_key";

-- AlterTable
ALTER TABLE "question" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "survey" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateIndex
CREATE UNIQUE INDEX "question_survey_id_version_position_key" ON "question"("survey_id", "version", "position");

-- Every ballot so far is of the first version: it counts in that version's cell as well.
UPDATE "ballot" SET "cells" = array_append("cells", 'v1') WHERE "cells" <> '{}';
INSERT INTO "tally" ("survey_id", "cell", "count")
SELECT "survey_id", 'v1', "count" FROM "tally" WHERE "cell" = 'b';
