-- CreateTable
CREATE TABLE "quarantine" (
    "id" SERIAL NOT NULL,
    "survey_id" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3) NOT NULL,
    "size" INTEGER NOT NULL,
    "cells" JSONB NOT NULL,
    "network" BYTEA,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "set_aside_at" TIMESTAMPTZ(3),
    "lifted_at" TIMESTAMPTZ(3),
    "dismissed_at" TIMESTAMPTZ(3),

    CONSTRAINT "quarantine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quarantine_member" (
    "quarantine_id" INTEGER NOT NULL,
    "reader" BYTEA NOT NULL,

    CONSTRAINT "quarantine_member_pkey" PRIMARY KEY ("quarantine_id","reader")
);

-- CreateTable
CREATE TABLE "quarantine_act" (
    "id" BIGSERIAL NOT NULL,
    "quarantine_id" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "staff_id" INTEGER,
    "note" TEXT,
    "size" INTEGER NOT NULL,
    "seq" BIGINT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "quarantine_act_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "automatic_rule" (
    "id" SERIAL NOT NULL,
    "survey_id" INTEGER,
    "rule" TEXT NOT NULL,
    "automatic" BOOLEAN,
    "staff_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "automatic_rule_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "quarantine_survey_id_id_idx" ON "quarantine"("survey_id", "id");

-- CreateIndex
CREATE INDEX "quarantine_act_quarantine_id_id_idx" ON "quarantine_act"("quarantine_id", "id");

-- CreateIndex
CREATE INDEX "automatic_rule_survey_id_rule_id_idx" ON "automatic_rule"("survey_id", "rule", "id");

-- CreateIndex
CREATE INDEX "ballot_cast_at_idx" ON "ballot" USING BRIN ("cast_at");

-- AddForeignKey
ALTER TABLE "quarantine" ADD CONSTRAINT "quarantine_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quarantine_member" ADD CONSTRAINT "quarantine_member_quarantine_id_fkey" FOREIGN KEY ("quarantine_id") REFERENCES "quarantine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quarantine_act" ADD CONSTRAINT "quarantine_act_quarantine_id_fkey" FOREIGN KEY ("quarantine_id") REFERENCES "quarantine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quarantine_act" ADD CONSTRAINT "quarantine_act_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "automatic_rule" ADD CONSTRAINT "automatic_rule_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "automatic_rule" ADD CONSTRAINT "automatic_rule_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
