-- The version before writes ballots by cast_ballots alone, which title_columns replaced. Its visits wait in the process
-- while they cannot be written, and its acts on a quarantine are refused until it ends (docs/decisions/titles-in-keys.md).
-- In the order in which a batch of ballots locks these tables.

-- under traffic: the index is there
ALTER TABLE "ballot" DROP CONSTRAINT "ballot_pkey", ADD CONSTRAINT "ballot_pkey" PRIMARY KEY USING INDEX "ballot_title_key";

-- under traffic: the index is there
ALTER TABLE "ballot_event" DROP CONSTRAINT "ballot_event_pkey", ADD CONSTRAINT "ballot_event_pkey" PRIMARY KEY USING INDEX "ballot_event_title_key";

-- under traffic: as many rows of a survey as it has answers to choose
ALTER TABLE "tally" DROP CONSTRAINT "tally_pkey", ADD CONSTRAINT "tally_pkey" PRIMARY KEY ("title_id", "survey_id", "cell");

-- under traffic: the index is there
ALTER TABLE "visit" DROP CONSTRAINT "visit_pkey", ADD CONSTRAINT "visit_pkey" PRIMARY KEY USING INDEX "visit_title_key";

-- under traffic: a row of a survey
ALTER TABLE "tally_head" DROP CONSTRAINT "tally_head_pkey", ADD CONSTRAINT "tally_head_pkey" PRIMARY KEY ("title_id", "survey_id");

-- under traffic: the index is there
ALTER TABLE "chain_link" DROP CONSTRAINT "chain_link_pkey", ADD CONSTRAINT "chain_link_pkey" PRIMARY KEY USING INDEX "chain_link_title_key";

-- under traffic: the index is there
ALTER TABLE "snapshot" DROP CONSTRAINT "snapshot_pkey", ADD CONSTRAINT "snapshot_pkey" PRIMARY KEY USING INDEX "snapshot_title_key";
