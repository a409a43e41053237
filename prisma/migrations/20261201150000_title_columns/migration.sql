-- In the order in which a batch of ballots locks these tables; none rewrites a row.
ALTER TABLE "ballot" ADD COLUMN "title_id" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "ballot_event" ADD COLUMN "title_id" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "tally" ADD COLUMN "title_id" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "visit" ADD COLUMN "title_id" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "tally_head" ADD COLUMN "title_id" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "chain_link" ADD COLUMN "title_id" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "snapshot" ADD COLUMN "title_id" INTEGER NOT NULL DEFAULT 1;

-- lib/ballots: writes the ballots of one batch, all of one title, one survey and one version of its questions (`batchOf`
-- of commands/orders.ts makes `batch`). No two are of the same reader. With the ballots go their history, their texts,
-- their link of the chain, and what they move in the tally and in the hours of first casts.
--
-- `is_open` is false, and nothing is written, where the survey accepts no ballots or asks other questions. The rest says
-- what the commit made of the counts. `known` is null where every reader is new. Else it has a column of each value that
-- says what the ballot of a reader was, and whether it may be replaced. A ballot that was changed too often, or would
-- lose a text that its form never showed, is not.
--
-- Invariants: a tally and the hours equal a recount of the ballots that count; a head has a link for each of its steps.
-- Order of locks: ballots without a row by reader, then ballots with one by reader, texts by reader and question, cells by
-- name, hours, and the head last. All processes take them in this order, so none waits for another that waits for it.
-- What a changed ballot had before is read from its locked row. So two processes that change it leave the tally right.
-- Keys are named, not their columns: a call that begins under the old keys may end under those of title_keys, which have
-- the same names.
CREATE OR REPLACE FUNCTION cast_ballots(
  batch text,
  OUT is_open boolean, OUT next_seq bigint, OUT moment timestamptz, OUT next_chain bytea,
  OUT moved_cells text[], OUT moved_counts int[], OUT known json
) LANGUAGE plpgsql AS $$
DECLARE
  given record;
  of_title int;
  -- For each ballot of the batch, in its order. All are null where every reader is new, which most batches are.
  before text[];
  allowed boolean[];
  moves boolean[];
  revisions int[];
  hashes bytea[];
  counts boolean[];
  hours timestamptz[];
  origins text[];
  changed bytea[];
  refused bytea[];
  fresh bytea[];
  any_texts boolean;
  text_revisions int[];
  leaves bytea;
  head record;
BEGIN
  SELECT * INTO given FROM json_to_record(batch::json) AS b (
    title int, survey int, version int, also_over boolean, readers bytea[], hashes bytea[], cells text[], sources text[],
    seconds int[], networks bytea[], shown text[], seen int[], seen_texts int[], replaces_texts boolean[],
    text_readers bytea[], text_questions int[], texts text[], changes_at_once int, seconds_per_change int
  );
  -- A process of the version before names no title.
  of_title := coalesce(given.title, 1);
  PERFORM FROM survey s
  WHERE s.id = given.survey AND given.version IN (0, s.version)
    AND (given.also_over OR accepts_ballots(s.opens_at, s.closes_at, s.archived_at));
  is_open := FOUND;
  IF NOT is_open THEN
    RETURN;
  END IF;

  WITH written AS (
    INSERT INTO ballot (title_id, survey_id, reader, cells, receipt_hash, source, seconds, network, shown)
    SELECT of_title, given.survey, i.reader, string_to_array(i.cells, ' '), i.hash, i.source, i.seconds, i.network,
      coalesce(string_to_array(i.shown, ' ')::int[], '{}')
    FROM unnest(given.readers, given.hashes, given.cells, given.sources, given.seconds, given.networks, given.shown)
      AS i (reader, hash, cells, source, seconds, network, shown)
    ORDER BY i.reader
    ON CONFLICT ON CONSTRAINT ballot_pkey DO NOTHING
    RETURNING reader
  )
  SELECT array_agg(w.reader) INTO fresh FROM written w;

  IF coalesce(cardinality(fresh), 0) < cardinality(given.readers) THEN
    PERFORM FROM ballot b
    WHERE b.title_id = of_title AND b.survey_id = given.survey AND b.reader = ANY (given.readers)
      AND NOT EXISTS (SELECT FROM unnest(fresh) AS f (reader) WHERE f.reader = b.reader)
    ORDER BY b.reader FOR UPDATE;

    -- Another statement, so that it sees the texts that were committed while this one waited for the locks.
    WITH input AS (
      SELECT * FROM unnest(given.readers, given.cells, given.seen, given.seen_texts, given.replaces_texts) WITH ORDINALITY
        AS i (reader, cells, seen, seen_texts, replaces_texts, n)
    ),
    had AS (
      SELECT i.n, i.reader, i.cells, array_to_string(b.cells, ' ') AS before, b.revision, b.quarantine_id IS NULL AS counts,
        b.cast_at, b.source, b.receipt_hash, t.reader IS NOT NULL AS has_texts,
        -- A withdrawal always may.
        i.cells = '' OR (
          (b.cells = string_to_array(i.cells, ' ')
            OR b.revision < most_revisions(b.cast_at, given.changes_at_once, given.seconds_per_change))
          AND NOT coalesce(t.too_often, false)
          AND (
            b.revision <= coalesce(i.seen, b.revision) AND (i.seen_texts IS NULL OR coalesce(t.revisions, 0) <= i.seen_texts)
            OR NOT (
              -- It has a free answer that its replacement lacks.
              EXISTS (
                SELECT FROM question q WHERE q.survey_id = given.survey AND q.kind = 'open'
                  AND 'q' || q.id = ANY (b.cells) AND NOT 'q' || q.id = ANY (string_to_array(i.cells, ' '))
              )
              OR NOT coalesce(i.replaces_texts, true) AND coalesce(t.replaces, false)
            )
          )
        ) AS allowed
      FROM input i
      JOIN ballot b ON b.title_id = of_title AND b.survey_id = given.survey AND b.reader = i.reader
      LEFT JOIN compare_texts(given.survey, given.readers, given.text_readers, given.text_questions, given.texts,
        given.changes_at_once, given.seconds_per_change) AS t ON t.reader = i.reader
      WHERE NOT EXISTS (SELECT FROM unnest(fresh) AS f (reader) WHERE f.reader = i.reader)
    ),
    replaced AS (
      UPDATE ballot b SET cells = string_to_array(h.cells, ' '), revision = b.revision + 1, previous = b.cells, changed_at = now()
      FROM had h
      WHERE b.title_id = of_title AND b.survey_id = given.survey AND b.reader = h.reader AND h.allowed AND h.before <> h.cells
    ),
    state AS (
      SELECT n, h.reader, h.before, h.revision, h.receipt_hash, h.counts, h.cast_at, h.source, h.allowed, h.has_texts,
        h.allowed AND h.before <> h.cells AS moves
      FROM input i LEFT JOIN had h USING (n)
    )
    SELECT array_agg(s.before ORDER BY s.n), array_agg(s.allowed ORDER BY s.n), array_agg(s.moves ORDER BY s.n),
      array_agg(s.revision + s.moves::int ORDER BY s.n), array_agg(s.receipt_hash ORDER BY s.n),
      array_agg(s.counts ORDER BY s.n), array_agg(date_trunc('hour', s.cast_at) ORDER BY s.n),
      array_agg(CASE WHEN s.reader IS NOT NULL THEN coalesce(s.source, 'unknown') END ORDER BY s.n),
      array_agg(s.reader) FILTER (WHERE s.moves), array_agg(s.reader) FILTER (WHERE NOT s.allowed), bool_or(s.has_texts)
    INTO before, allowed, moves, revisions, hashes, counts, hours, origins, changed, refused, any_texts
    FROM state s;
  END IF;

  INSERT INTO ballot_event (title_id, survey_id, reader, cells)
  SELECT of_title, given.survey, i.reader, string_to_array(i.cells, ' ')
  FROM unnest(given.readers, given.cells, moves) AS i (reader, cells, moves) WHERE coalesce(i.moves, true);

  IF given.text_readers <> '{}' OR any_texts THEN
    PERFORM store_texts(given.survey, array_agg(t.reader), array_agg(t.question), array_agg(t.text), changed)
    FROM unnest(given.text_readers, given.text_questions, given.texts) AS t (reader, question, text)
    WHERE t.reader <> ALL (coalesce(refused, '{}'));
  END IF;

  WITH steps AS (
    SELECT unnest(string_to_array(i.cells, ' ')) AS cell, 1 AS n
    FROM unnest(given.cells, moves, counts) AS i (cells, moves, counts) WHERE coalesce(i.moves AND i.counts, true)
    UNION ALL
    SELECT unnest(string_to_array(i.before, ' ')), -1
    FROM unnest(before, moves, counts) AS i (before, moves, counts) WHERE i.moves AND i.counts
  ),
  counted AS (
    INSERT INTO tally AS t (title_id, survey_id, cell, count)
    SELECT of_title, given.survey, s.cell, sum(s.n)::int FROM steps s GROUP BY s.cell HAVING sum(s.n) <> 0 ORDER BY s.cell
    ON CONFLICT ON CONSTRAINT tally_pkey DO UPDATE SET count = t.count + excluded.count
    RETURNING t.cell, t.count
  )
  SELECT array_agg(c.cell), array_agg(c.count) INTO moved_cells, moved_counts FROM counted c;

  -- A change moves nothing here: a ballot stays in the hour of its first cast, unless it is withdrawn.
  INSERT INTO visit AS v (title_id, survey_id, hour, source, ballots)
  SELECT of_title, given.survey, coalesce(i.hour, date_trunc('hour', now())), coalesce(i.origin, i.source, 'unknown'),
    sum((i.cells <> '')::int - (coalesce(i.before, '') <> '')::int)::int
  FROM unnest(given.cells, given.sources, before, moves, counts, hours, origins)
    AS i (cells, source, before, moves, counts, hour, origin)
  WHERE coalesce(i.moves AND i.counts, true) AND (i.cells = '' OR coalesce(i.before, '') = '')
  GROUP BY 3, 4 ORDER BY 3, 4
  ON CONFLICT ON CONSTRAINT visit_pkey DO UPDATE SET ballots = v.ballots + excluded.ballots;

  -- Leaves and head as lib/ballots/rules/chain.ts states them. Sorted by themselves, so that their order tells nothing.
  SELECT string_agg(l.leaf, ''::bytea ORDER BY l.leaf) INTO leaves
  FROM (
    SELECT sha256(convert_to(encode(coalesce(i.stored, i.hash), 'hex') || ' ' || coalesce(i.revision, 1) || ' ' || i.cells, 'UTF8'))
    FROM unnest(given.hashes, given.cells, hashes, revisions, moves) AS i (hash, cells, stored, revision, moves)
    WHERE coalesce(i.moves, true)
  ) AS l (leaf);
  IF leaves IS NOT NULL THEN
    INSERT INTO tally_head (title_id, survey_id, seq, at, chain)
    SELECT of_title, given.survey, 0, now(), decode(repeat('00', 32), 'hex')
    WHERE NOT EXISTS (SELECT FROM tally_head h WHERE h.title_id = of_title AND h.survey_id = given.survey)
    ON CONFLICT ON CONSTRAINT tally_head_pkey DO NOTHING;
    SELECT h.seq, h.at, h.chain INTO head
    FROM tally_head h WHERE h.title_id = of_title AND h.survey_id = given.survey FOR UPDATE;
    next_seq := head.seq + 1;
    moment := greatest(head.at, date_trunc('milliseconds', clock_timestamp()));
    next_chain := sha256(convert_to(encode(head.chain, 'hex') || ' ' || next_seq || ' '
      || to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') || ' ballots ' || encode(sha256(leaves), 'hex'), 'UTF8'));
    UPDATE tally_head h SET seq = next_seq, at = moment, chain = next_chain
    WHERE h.title_id = of_title AND h.survey_id = given.survey;
    INSERT INTO chain_link (title_id, survey_id, seq, at, kind, leaves, head)
    VALUES (of_title, given.survey, next_seq, date_trunc('minute', moment), 'ballots', leaves, next_chain);
  END IF;

  IF allowed IS NULL THEN
    RETURN;
  END IF;
  IF given.text_readers <> '{}' OR any_texts THEN
    SELECT array_agg(t.revisions ORDER BY i.n) INTO text_revisions
    FROM unnest(given.readers) WITH ORDINALITY AS i (reader, n)
    LEFT JOIN compare_texts(given.survey, given.readers, NULL, NULL, NULL, 0, 1) AS t USING (reader);
  END IF;
  known := json_build_object('before', before, 'allowed', allowed, 'revisions', revisions, 'hashes', hashes,
    'texts', text_revisions);
END $$;
