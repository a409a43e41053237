-- CreateTable
CREATE TABLE "public_figures" (
    "survey_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "shown" JSONB,
    "shown_seq" BIGINT,
    "next" JSONB NOT NULL,
    "next_seq" BIGINT NOT NULL,
    "next_ballots" INTEGER NOT NULL,

    CONSTRAINT "public_figures_pkey" PRIMARY KEY ("survey_id","version")
);
