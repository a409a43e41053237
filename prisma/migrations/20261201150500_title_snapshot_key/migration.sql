CREATE UNIQUE INDEX CONCURRENTLY "snapshot_title_key" ON "snapshot" ("title_id", "survey_id", "seq", "version");
