-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "survey_id" INTEGER NOT NULL;

-- CreateIndex
CREATE INDEX "decision_survey_id_outcome_at_id_idx" ON "decision"("survey_id", "outcome", "at", "id");
