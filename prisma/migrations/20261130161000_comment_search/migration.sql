-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "search" tsvector;

-- The folded words go with the text they are of, whoever changes or erases it: processes of the version before do not
-- know of them.
CREATE FUNCTION "forget_comment_search"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search := NULL;
  RETURN NEW;
END $$;

CREATE TRIGGER "comment_search_forgotten" BEFORE UPDATE OF "text" ON "comment"
  FOR EACH ROW WHEN (NEW."text" <> OLD."text") EXECUTE FUNCTION "forget_comment_search"();
