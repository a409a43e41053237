-- CreateEnum
CREATE TYPE "question_kind" AS ENUM ('single', 'multiple', 'scale', 'aspects', 'open');

-- CreateEnum
CREATE TYPE "stance" AS ENUM ('yes', 'no', 'abstain');

-- CreateEnum
CREATE TYPE "results_visibility" AS ENUM ('after_vote', 'always', 'after_closing');

-- CreateEnum
CREATE TYPE "decision_outcome" AS ENUM ('published', 'held', 'rejected');

-- CreateTable
CREATE TABLE "article" (
    "id" SERIAL NOT NULL,
    "title" TEXT NOT NULL,
    "source_name" TEXT NOT NULL,
    "source_url" TEXT,
    "published_on" TEXT,
    "summary" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'fr',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "article_id" INTEGER NOT NULL,
    "results_visibility" "results_visibility" NOT NULL DEFAULT 'after_vote',
    "opens_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3),
    "archived_at" TIMESTAMPTZ(3),
    "reader_key" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "survey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question" (
    "id" SERIAL NOT NULL,
    "survey_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "question_kind" NOT NULL,
    "prompt" TEXT NOT NULL,
    "required" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "option" (
    "id" SERIAL NOT NULL,
    "question_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "aspect" TEXT,
    "stance" "stance",

    CONSTRAINT "option_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ballot" (
    "survey_id" INTEGER NOT NULL,
    "reader" BYTEA NOT NULL,
    "cells" TEXT[],
    "previous" TEXT[],
    "receipt_hash" BYTEA NOT NULL,
    "cast_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ballot_pkey" PRIMARY KEY ("survey_id","reader")
);

-- CreateTable
CREATE TABLE "ballot_event" (
    "survey_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "reader" BYTEA NOT NULL,
    "cells" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ballot_event_pkey" PRIMARY KEY ("survey_id","id")
);

-- CreateTable
CREATE TABLE "tally" (
    "survey_id" INTEGER NOT NULL,
    "cell" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "tally_pkey" PRIMARY KEY ("survey_id","cell")
);

-- CreateTable
CREATE TABLE "tally_head" (
    "survey_id" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tally_head_pkey" PRIMARY KEY ("survey_id")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "survey_id" INTEGER NOT NULL,
    "question_id" INTEGER NOT NULL,
    "reader" BYTEA NOT NULL,
    "text" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment_revision" (
    "comment_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comment_revision_pkey" PRIMARY KEY ("comment_id","number")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" BIGSERIAL NOT NULL,
    "comment_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "outcome" "decision_outcome" NOT NULL,
    "actor" TEXT NOT NULL,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "form_draft" (
    "id" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "form_draft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "survey_slug_key" ON "survey"("slug");

-- CreateIndex
CREATE INDEX "survey_article_id_idx" ON "survey"("article_id");

-- CreateIndex
CREATE UNIQUE INDEX "question_survey_id_position_key" ON "question"("survey_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "option_question_id_position_key" ON "option"("question_id", "position");

-- CreateIndex
CREATE INDEX "ballot_receipt_hash_idx" ON "ballot"("receipt_hash");

-- CreateIndex
CREATE UNIQUE INDEX "comment_survey_id_reader_question_id_key" ON "comment"("survey_id", "reader", "question_id");

-- CreateIndex
CREATE INDEX "decision_comment_id_revision_id_idx" ON "decision"("comment_id", "revision", "id");

-- CreateIndex
CREATE INDEX "form_draft_expires_at_idx" ON "form_draft"("expires_at");

-- AddForeignKey
ALTER TABLE "survey" ADD CONSTRAINT "survey_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "option" ADD CONSTRAINT "option_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_revision" ADD CONSTRAINT "comment_revision_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say.
ALTER TABLE "article" ADD CONSTRAINT "article_published_on_check" CHECK ("published_on" ~ '^\d{4}(-\d{2}(-\d{2})?)?$');
ALTER TABLE "survey" ADD CONSTRAINT "survey_times_check" CHECK ("closes_at" IS NULL OR "opens_at" < "closes_at");
ALTER TABLE "ballot" ALTER COLUMN "cells" SET NOT NULL;
ALTER TABLE "ballot_event" ALTER COLUMN "cells" SET NOT NULL;

-- A tally's rows are updated at every commit: room on each page keeps those updates in place (HOT).
ALTER TABLE "tally" SET (fillfactor = 40);
ALTER TABLE "tally_head" SET (fillfactor = 20);
