CREATE INDEX CONCURRENTLY "comment_search_idx" ON "comment" USING GIN ("search");
