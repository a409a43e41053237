import type { MethodFacts } from './study'

const TEXTS = {
  published: 'The free texts are those that were published.',
  all: 'The free texts are all that were sent and not withdrawn, rejected and pending ones too: they are not meant for publication.',
}
const ASIDE = {
  without: 'Answers that an integrity rule set aside are left out.',
  with: 'Answers that an integrity rule set aside are included, and the column “set_aside” names the rule: the public results do not count them.',
}

/** Returns the note on method in English. */
export const englishMethod = ({ title, site, source, at, ballots, allTexts, setAside, asked }: MethodFacts) =>
  `# ${title}

Readers’ consultation held on “${site}”, on an article of ${source}. ${ballots} answers; figures as of ${at} (UTC).

## What these figures say

Anyone who opened the page could answer, and only those who wished to did: no sample was drawn or weighted, and no margin
of error can be computed. These figures describe the answers received, and nothing else.

A row of “ballots” is one answer: withdrawn answers are left out, and a changed answer is there in its last state.
${ASIDE[setAside ? 'with' : 'without']} ${TEXTS[allTexts ? 'all' : 'published']}
Nothing in it identifies anyone; times are cut to the minute. The id of each row (“row”) is drawn at random for this
export: people can cite a row by it, and it leads to nobody.

## Files

- ballots: one row for each answer (codebook.html and codebook.xml describe each column);
- ballots-codes: the same answers with the number of each choice and without free texts, for statistical software;
  labels.sps reads them into SPSS with their labels;
- comments: the free texts, with the decision in force on each;
- decisions: every moderation decision, without its author;
- results: the cited results and the current ones, one row for each choice; snapshots.jsonl has them as published;
- questions.json: the wording of each question in each of its versions, with its corrections;
- datapackage.json: a schema for each CSV file (Frictionless Data); labels.R: a script of R that reads them with their
  labels;
- manifest.json: the number of rows and the SHA-256 of each file.

In the CSV files, an apostrophe (’) precedes what a spreadsheet could take for a formula (= + - @ tab, line break, and
their full-width forms): remove it to have the text back. The JSONL files have the values as they are.
\`npm run verify -- FILE.zip\` checks every file and counts the public results again from “ballots.jsonl”.

## Questions

${asked}
`
