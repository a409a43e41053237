-- AlterTable
ALTER TABLE "feed" ADD COLUMN     "etag" TEXT,
ADD COLUMN     "last_modified" TEXT;

-- CreateTable
CREATE TABLE "article_address" (
    "key" BYTEA NOT NULL,
    "article_id" INTEGER NOT NULL,

    CONSTRAINT "article_address_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "article_address_article_id_key" ON "article_address"("article_id");

-- AddForeignKey
ALTER TABLE "article_address" ADD CONSTRAINT "article_address_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The keys of the articles that are here: lib/articles/rules/article-key.ts in SQL. Of two articles at one address the
-- older has it.
INSERT INTO "article_address" ("key", "article_id")
SELECT sha256(convert_to("host" || "path" || CASE WHEN "query" = '' THEN '' ELSE '?' || "query" END, 'UTF8')), min("id")
FROM (
  SELECT "id",
    regexp_replace(regexp_replace(lower(substring("rest" FROM '^[^/?]*')), '^(?:[^@]*@)?(?:www\.)?', ''), ':(?:80|443)\Z', '') AS "host",
    rtrim(coalesce(substring("rest" FROM '^[^/?]*(/[^?]*)'), ''), '/') AS "path",
    trim('&' FROM regexp_replace(regexp_replace('&' || coalesce(substring("rest" FROM '\?(.*)'), ''),
      '&(?:utm_[^=&]*|at_(?:medium|campaign|creation|custom\d|format|variant|network|link_type|link_id)|mtm_[^=&]*|pk_[^=&]*|hsa_[^=&]*|mc_[ce]id|_hs(?:enc|mi)|(?:fb|g|d|tw|tt|y)clid|msclkid|gbraid|wbraid|srsltid|igshid|mkt_tok|xtor|xts|cmpid|_ga|_gl)(?:=[^&]*)?(?=&|\Z)', '', 'gi'),
      '&+', '&', 'g')) AS "query"
  FROM (
    SELECT "id", regexp_replace(regexp_replace(trim("source_url"), '#.*', ''), '^https?://', '', 'i') AS "rest"
    FROM "article" WHERE "source_url" ~* '^\s*https?://[^/?#]'
  ) AS "address"
) AS "part"
GROUP BY 1;
