-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "law" TEXT;

-- A rejection rests on a reason that somebody chose: a row without one is a defect, never «insult».
ALTER TABLE "decision" ADD CONSTRAINT "decision_reason" CHECK ("outcome" <> 'rejected' OR "reason" IS NOT NULL) NOT VALID;
