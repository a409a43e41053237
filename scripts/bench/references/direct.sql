\set option random(1, 3)
BEGIN;
INSERT INTO bench.ballot (survey_id, reader, cells) VALUES (1, uuid_send(gen_random_uuid()), ARRAY['b', 'o' || :option])
  ON CONFLICT (survey_id, reader) DO UPDATE SET cells = excluded.cells, changed_at = now();
INSERT INTO bench.tally (survey_id, cell, count) VALUES (1, 'o' || :option, 1)
  ON CONFLICT (survey_id, cell) DO UPDATE SET count = tally.count + 1;
COMMIT;
