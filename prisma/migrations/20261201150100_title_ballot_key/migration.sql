CREATE UNIQUE INDEX CONCURRENTLY "ballot_title_key" ON "ballot" ("title_id", "survey_id", "reader");
