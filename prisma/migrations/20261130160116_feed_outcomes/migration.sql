-- CreateEnum
CREATE TYPE "feed_outcome" AS ENUM ('unrecorded', 'draft', 'no_question', 'known', 'refused', 'waiting', 'given_up');

-- AlterTable
ALTER TABLE "feed" ADD COLUMN     "failures" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "listed" INTEGER,
ADD COLUMN     "next_poll_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "feed_item" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "next_try_at" TIMESTAMPTZ(3),
ADD COLUMN     "outcome" "feed_outcome" NOT NULL DEFAULT 'unrecorded',
ADD COLUMN     "problem" TEXT,
ADD COLUMN     "title" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "url" TEXT NOT NULL DEFAULT '';

-- under traffic: entries of feeds, which no reader's request touches.
UPDATE "feed_item" SET "outcome" = 'draft' WHERE "survey_id" IS NOT NULL;
