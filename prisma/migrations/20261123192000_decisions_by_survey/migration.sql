-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "survey_id" INTEGER;

UPDATE "decision" d SET "survey_id" = c."survey_id" FROM "comment" c WHERE c."id" = d."comment_id";

ALTER TABLE "decision" ALTER COLUMN "survey_id" SET NOT NULL;

-- CreateIndex
CREATE INDEX "decision_survey_id_outcome_at_id_idx" ON "decision"("survey_id", "outcome", "at", "id");
