-- AlterTable
ALTER TABLE "ballot" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "tally_head" ADD COLUMN     "chain" BYTEA;

-- CreateTable
CREATE TABLE "chain_link" (
    "survey_id" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(0) NOT NULL,
    "kind" TEXT NOT NULL,
    "leaves" BYTEA NOT NULL,
    "facts" TEXT NOT NULL DEFAULT '',
    "head" BYTEA NOT NULL,

    CONSTRAINT "chain_link_pkey" PRIMARY KEY ("survey_id","seq")
);
-- Hashes cannot be made shorter: trying costs time at each write.
ALTER TABLE "chain_link" ALTER COLUMN "leaves" SET STORAGE EXTERNAL;

-- A survey that has ballots begins its chain with a link that says so, and with links that carry those ballots over.
-- The words that are hashed are those of lib/ballots/rules/chain.ts. The links come first, without their heads:
INSERT INTO "chain_link" ("survey_id", "seq", "at", "kind", "leaves", "facts", "head")
SELECT "survey_id", "seq" + 1, date_trunc('minute', greatest(now(), "at")), 'genesis', '',
  format('{"seq":%s,"ballots":%s}', "seq", (SELECT count(*) FROM "ballot" b WHERE b."survey_id" = h."survey_id")), ''
FROM "tally_head" h;

INSERT INTO "chain_link" ("survey_id", "seq", "at", "kind", "leaves", "head")
SELECT g."survey_id", g."seq" + 1 + "place", g."at", 'carried', string_agg("leaf", '' ORDER BY "leaf"), ''
FROM "chain_link" g JOIN (
  SELECT "survey_id", "leaf", (row_number() OVER (PARTITION BY "survey_id" ORDER BY "leaf") - 1) / 512 AS "place"
  FROM (
    SELECT "survey_id", sha256(convert_to(
      encode("receipt_hash", 'hex') || ' ' || "revision" || ' ' || array_to_string("cells", ' '), 'UTF8')) AS "leaf"
    FROM "ballot"
  ) AS "each"
) AS "placed" USING ("survey_id")
GROUP BY g."survey_id", g."seq", g."at", "place";

-- Each head is made of the one before.
WITH RECURSIVE "chained" AS (
  SELECT "survey_id", "seq" - 1 AS "seq", decode(repeat('0', 64), 'hex') AS "head"
  FROM "chain_link" WHERE "kind" = 'genesis'
  UNION ALL
  SELECT l."survey_id", l."seq", sha256(convert_to(
    encode(c."head", 'hex') || ' ' || l."seq" || ' '
    || to_char(l."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') || ' ' || l."kind" || ' '
    || encode(sha256(l."leaves" || convert_to(l."facts", 'UTF8')), 'hex'), 'UTF8'))
  FROM "chained" c JOIN "chain_link" l ON l."survey_id" = c."survey_id" AND l."seq" = c."seq" + 1
)
UPDATE "chain_link" l SET "head" = c."head"
FROM "chained" c WHERE l."survey_id" = c."survey_id" AND l."seq" = c."seq";

UPDATE "tally_head" h SET "seq" = l."seq", "chain" = l."head"
FROM "chain_link" l
WHERE l."survey_id" = h."survey_id"
  AND l."seq" = (SELECT max("seq") FROM "chain_link" m WHERE m."survey_id" = h."survey_id");

ALTER TABLE "tally_head" ALTER COLUMN "chain" SET NOT NULL;
