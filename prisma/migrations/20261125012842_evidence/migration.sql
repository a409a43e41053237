-- AlterTable
ALTER TABLE "ballot" ADD COLUMN     "network" BYTEA,
ADD COLUMN     "quarantine_id" INTEGER,
ADD COLUMN     "seconds" INTEGER,
ADD COLUMN     "source" TEXT;

-- CreateTable
CREATE TABLE "visit" (
    "survey_id" INTEGER NOT NULL,
    "hour" TIMESTAMPTZ(0) NOT NULL,
    "source" TEXT NOT NULL,
    "seen" INTEGER NOT NULL DEFAULT 0,
    "started" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "visit_pkey" PRIMARY KEY ("survey_id","hour","source")
);
