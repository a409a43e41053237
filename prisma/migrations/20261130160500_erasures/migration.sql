-- CreateTable
CREATE TABLE "erasure" (
    "id" BIGSERIAL NOT NULL,
    "comment_id" UUID,
    "revision" INTEGER,
    "receipt_hash" BYTEA,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "filed_at" TIMESTAMPTZ(3),

    CONSTRAINT "erasure_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "erasure_is_of_one_thing" CHECK (
      ("comment_id" IS NULL) <> ("receipt_hash" IS NULL) AND ("comment_id" IS NULL) = ("revision" IS NULL)
    )
);

-- CreateIndex
CREATE UNIQUE INDEX "erasure_comment_id_key" ON "erasure"("comment_id");

-- CreateIndex
CREATE UNIQUE INDEX "erasure_receipt_hash_key" ON "erasure"("receipt_hash");

-- CreateIndex
CREATE INDEX "erasure_filed_at_id_idx" ON "erasure"("filed_at", "id");
