CREATE UNIQUE INDEX CONCURRENTLY "visit_title_key" ON "visit" ("title_id", "survey_id", "hour", "source");
