CREATE UNIQUE INDEX CONCURRENTLY "ballot_event_title_key" ON "ballot_event" ("title_id", "survey_id", "id");
