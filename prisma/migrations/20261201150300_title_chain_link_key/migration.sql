CREATE UNIQUE INDEX CONCURRENTLY "chain_link_title_key" ON "chain_link" ("title_id", "survey_id", "seq");
