-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "decision_id" BIGINT,
ADD COLUMN     "erased_at" TIMESTAMPTZ(3),
ADD COLUMN     "fingerprint" BYTEA,
ADD COLUMN     "outcome" "decision_outcome";

-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "charter_version" INTEGER,
ADD COLUMN     "findings" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "note" TEXT,
ADD COLUMN     "rule" TEXT,
ADD COLUMN     "staff_id" INTEGER,
ADD COLUMN     "undoes" BIGINT;

-- What decided so far was the shell: «shell:somebody».
UPDATE "decision" SET "rule" = split_part("actor", ':', 1);

ALTER TABLE "decision" DROP COLUMN "actor";

ALTER TABLE "decision" ADD CONSTRAINT "decision_rejected_with_reason" CHECK ("outcome" <> 'rejected' OR "reason" IS NOT NULL) NOT VALID;

-- The decision that holds on each comment's current revision, and when that revision came.
UPDATE "comment" c SET "decision_id" = d."id", "outcome" = d."outcome"
FROM (
  SELECT DISTINCT ON ("comment_id", "revision") "id", "comment_id", "revision", "outcome"
  FROM "decision" ORDER BY "comment_id", "revision", "id" DESC
) AS d
WHERE d."comment_id" = c."id" AND d."revision" = c."revision";

UPDATE "comment" c SET "changed_at" = r."created_at"
FROM "comment_revision" r WHERE r."comment_id" = c."id" AND r."number" = c."revision";

-- CreateTable
CREATE TABLE "report" (
    "id" BIGSERIAL NOT NULL,
    "survey_id" INTEGER NOT NULL,
    "comment_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "law" TEXT,
    "explanation" TEXT,
    "email" TEXT,
    "reporter" BYTEA NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL,
    "receipt_hash" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer_id" BIGINT,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appeal" (
    "id" BIGSERIAL NOT NULL,
    "survey_id" INTEGER NOT NULL,
    "comment_id" UUID NOT NULL,
    "decision_id" BIGINT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "answer_id" BIGINT,

    CONSTRAINT "appeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "comment_id" UUID NOT NULL,
    "staff_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("comment_id")
);

-- CreateTable
CREATE TABLE "reveal" (
    "id" BIGSERIAL NOT NULL,
    "comment_id" UUID NOT NULL,
    "staff_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reveal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mute" (
    "id" BIGSERIAL NOT NULL,
    "survey_id" INTEGER NOT NULL,
    "reader" BYTEA NOT NULL,
    "staff_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lifted_at" TIMESTAMPTZ(3),
    "lifted_by" INTEGER,

    CONSTRAINT "mute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "second_reading" (
    "decision_id" BIGINT NOT NULL,
    "comment_id" UUID NOT NULL,
    "drawn_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "staff_id" INTEGER,
    "outcome" "decision_outcome",
    "reason" TEXT,
    "at" TIMESTAMPTZ(3),

    CONSTRAINT "second_reading_pkey" PRIMARY KEY ("decision_id")
);

-- CreateTable
CREATE TABLE "charter" (
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "staff_id" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "charter_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "word_list" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "words" TEXT[],
    "staff_id" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "word_list_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "report_receipt_hash_key" ON "report"("receipt_hash");

-- CreateIndex
CREATE INDEX "report_answer_id_comment_id_idx" ON "report"("answer_id", "comment_id");

-- CreateIndex
CREATE INDEX "report_reporter_idx" ON "report"("reporter");

-- CreateIndex
CREATE UNIQUE INDEX "report_comment_id_revision_reporter_reason_key" ON "report"("comment_id", "revision", "reporter", "reason");

-- CreateIndex
CREATE UNIQUE INDEX "appeal_decision_id_key" ON "appeal"("decision_id");

-- CreateIndex
CREATE UNIQUE INDEX "appeal_answer_id_key" ON "appeal"("answer_id");

-- CreateIndex
CREATE INDEX "appeal_answer_id_due_at_idx" ON "appeal"("answer_id", "due_at");

-- CreateIndex
CREATE INDEX "appeal_comment_id_idx" ON "appeal"("comment_id");

-- CreateIndex
CREATE INDEX "reveal_comment_id_staff_id_idx" ON "reveal"("comment_id", "staff_id");

-- CreateIndex
CREATE INDEX "mute_survey_id_reader_idx" ON "mute"("survey_id", "reader");

-- CreateIndex
CREATE INDEX "second_reading_outcome_drawn_at_idx" ON "second_reading"("outcome", "drawn_at");

-- CreateIndex
CREATE INDEX "second_reading_comment_id_idx" ON "second_reading"("comment_id");

-- CreateIndex
CREATE INDEX "word_list_kind_id_idx" ON "word_list"("kind", "id");

-- CreateIndex
CREATE INDEX "comment_outcome_changed_at_id_idx" ON "comment"("outcome", "changed_at", "id");

-- CreateIndex
CREATE INDEX "comment_outcome_decision_id_idx" ON "comment"("outcome", "decision_id");

-- CreateIndex
CREATE INDEX "comment_survey_id_outcome_decision_id_idx" ON "comment"("survey_id", "outcome", "decision_id");

-- CreateIndex
CREATE INDEX "comment_survey_id_fingerprint_idx" ON "comment"("survey_id", "fingerprint");

-- CreateIndex
CREATE UNIQUE INDEX "decision_undoes_key" ON "decision"("undoes");

-- CreateIndex
CREATE INDEX "decision_at_idx" ON "decision"("at");

-- CreateIndex
CREATE UNIQUE INDEX "decision_id_outcome_key" ON "decision"("id", "outcome");

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_decision_id_outcome_fkey" FOREIGN KEY ("decision_id", "outcome") REFERENCES "decision"("id", "outcome") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reveal" ADD CONSTRAINT "reveal_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mute" ADD CONSTRAINT "mute_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "second_reading" ADD CONSTRAINT "second_reading_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "charter" ADD CONSTRAINT "charter_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "word_list" ADD CONSTRAINT "word_list_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The charter that decisions name until an admin writes another. (Not one semicolon within: statements are cut at them.)
INSERT INTO "charter" ("version", "text") VALUES (1, '
## Ce que nous publions

Chacun peut joindre un texte à sa réponse. Nous publions les avis, les témoignages, les arguments et les
critiques, aussi vives soient-elles, des idées, des décisions et des personnes publiques dans leur fonction.
Aucun texte n''est écarté pour l''opinion qu''il défend : qui le relit ne voit pas les réponses de son auteur
avant d''avoir décidé.

## Ce que nous refusons

Un texte n''est refusé que pour l''une de ces raisons, et son auteur apprend laquelle :

1. **Hors sujet** : il ne parle ni de l''article ni de la question.
2. **Insulte** : il attaque une personne au lieu de ce qu''elle dit ou fait.
3. **Haine** : il rabaisse des personnes pour leur origine, leur religion, leur sexe, leur orientation, leur handicap.
4. **Violence** : il menace, ou appelle à la violence.
5. **Vie privée** : il donne des informations personnelles sur quelqu''un.
6. **Publicité** : il vend, recrute ou répète le même message.
7. **Illicite** : la loi l''interdit (diffamation, injure publique, négation de crimes contre l''humanité…).
8. **Illisible** : personne ne peut le comprendre.

## Qui décide

Des règles automatiques retiennent certains textes pour qu''une personne les lise, et refusent d''office les
plus manifestes. Toute décision garde sa raison, sa date et la version de cette charte.

## Contester

L''auteur d''un texte refusé peut le modifier, ou demander une fois un second examen avec le code de son reçu.
Une autre personne que la première décide alors, sous sept jours. S''il n''y a personne d''autre, nous le disons.
Chacun peut signaler un texte publié, sans compte, et apprendre ce qui en a été décidé.
');
