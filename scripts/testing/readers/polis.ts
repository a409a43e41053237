import { env } from '../../../lib/platform/runtime/env'
import type { SurveyRecord } from '../../../lib/surveys/queries/public'
import { ballotsOf, nameOf, type Option, type Question, questionsOf, type Stored } from './expected-rows'

type Vote = 1 | 0 | -1
/** A statement, and how a ballot with these cells votes on it; undefined where it does not answer the question. */
type Statement = { body: string; vote: (cells: string[]) => Vote | undefined }

const abstains = ({ stance }: Option) => stance === 'abstain'
const chosenOf = (options: Option[], cells: string[]) => options.find(({ id }) => cells.includes(`o${id}`))

function voteOnScale(options: Option[], chosen: Option): Vote {
  const steps = options.filter((option) => !abstains(option))
  const place = steps.indexOf(chosen)
  return place < 0 ? 0 : (Math.sign(2 * place - (steps.length - 1)) as Vote)
}

const STANCES: Record<string, Vote> = { yes: 1, no: -1 }

function statementsOf({ kind, prompt, version, options }: Question, versions: number): Statement[] {
  const ending = versions > 1 ? ` (version ${version})` : ''
  const body = (part?: string | null) => `${prompt}${part ? ` — ${part}` : ''}${ending}`
  const opinions = options.filter((option) => !abstains(option))
  /** Makes a statement of the first option that a ballot chose among `among`. */
  const statement = (part: string | undefined, among: Option[], voteOf: (chosen: Option) => Vote) => ({
    body: body(part),
    vote: (cells: string[]) => {
      const chosen = chosenOf(among, cells)
      return chosen && voteOf(chosen)
    },
  })
  switch (kind) {
    case 'open':
      return []
    case 'aspects':
      return [...new Set(options.map(({ aspect }) => aspect))].map((aspect) =>
        statement(
          aspect ?? '',
          options.filter((option) => option.aspect === aspect),
          ({ stance }) => STANCES[stance ?? ''] ?? 0,
        ),
      )
    case 'scale':
      return [statement(undefined, options, (chosen) => voteOnScale(options, chosen))]
    case 'multiple':
      return opinions.map((option) => ({
        body: body(nameOf(options, option)),
        vote: (cells) => (cells.includes(`o${option.id}`) ? 1 : chosenOf(options, cells) && 0),
      }))
    default:
      return opinions.map((option) =>
        statement(nameOf(options, option), options, (chosen) =>
          abstains(chosen) ? 0 : chosen.id === option.id ? 1 : -1,
        ),
      )
  }
}

/** Returns a minute as Polis writes times. */
function timesOf(at = new Date(0)): Stored {
  const minute = new Date(Math.floor(at.getTime() / 60_000) * 60_000)
  const [, day, date, month, year, time] =
    /^(\w+), (\d+) (\w+) (\d+) ([\d:]+)/.exec(minute.toUTCString()) ?? []
  return {
    timestamp: minute.getTime() / 1000,
    datetime: `${day} ${month} ${date} ${year} ${time} GMT+0000 (Coordinated Universal Time)`,
  }
}

/** A file of a Polis export, with the names of its columns and its rows. */
export type PolisFile = {
  name: string
  columns: string[]
  rows: Stored[]
  /** People who vote see its texts: there is no guard in front. */
  asTyped?: boolean
}

/** Returns the expected content of the CSV files of a Polis export, by separate SQL and rules: all ballots that count. */
export async function storedPolis({ id, view }: SurveyRecord): Promise<PolisFile[]> {
  const questions = await questionsOf(id)
  const versions = new Set(questions.map(({ version }) => version)).size
  const statements = questions.flatMap((question) => statementsOf(question, versions))
  const ballots = (await ballotsOf(id)).filter(({ rule }) => rule === null)
  const given = ballots.map(({ cells }) => statements.map(({ vote }) => vote(cells)))
  const count = (votes: (Vote | undefined)[], wanted: Vote) => votes.filter((vote) => vote === wanted).length
  const votesOn = (statement: number) => given.map((votes) => votes[statement])
  return [
    {
      name: 'comments.csv',
      columns: [
        ...['timestamp', 'datetime', 'comment-id', 'author-id', 'agrees', 'disagrees', 'moderated'],
        ...['comment-body', 'is-meta'],
      ],
      rows: statements.map(({ body }, at) => ({
        ...timesOf(new Date(view.opensAt ?? 0)),
        ...{ 'comment-id': at, 'author-id': 0, moderated: 1, 'comment-body': body, 'is-meta': 'false' },
        ...{ agrees: count(votesOn(at), 1), disagrees: count(votesOn(at), -1) },
      })),
    },
    {
      name: 'votes.csv',
      columns: ['timestamp', 'datetime', 'comment-id', 'voter-id', 'vote'],
      rows: given.flatMap((votes, voter) =>
        votes.flatMap((vote, at) =>
          vote === undefined
            ? []
            : [{ ...timesOf(ballots[voter]?.changed), 'comment-id': at, 'voter-id': voter + 1, vote }],
        ),
      ),
    },
    {
      name: 'participant-votes.csv',
      columns: [
        ...['participant', 'group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree'],
        ...statements.map((_, at) => String(at)),
      ],
      rows: given.map((votes, voter) => ({
        ...{
          participant: voter + 1,
          'group-id': null,
          'n-comments': 0,
          'n-agree': count(votes, 1),
          'n-disagree': count(votes, -1),
        },
        'n-votes': votes.filter((vote) => vote !== undefined).length,
        ...Object.fromEntries(votes.map((vote, at) => [String(at), vote ?? null])),
      })),
    },
    {
      name: 'import-comments.csv',
      columns: ['comment_text'],
      asTyped: true,
      rows: statements.map(({ body }) => ({ comment_text: body.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ') })),
    },
    {
      name: 'summary.csv',
      columns: ['topic', view.title],
      rows: [
        ['url', `${env().AVIS_ORIGIN ?? ''}/consultations/${view.slug}`],
        ['voters', ballots.length],
        ['voters-in-conv', ballots.length],
        ['commenters', 1],
        ['comments', statements.length],
        ['groups', 0],
        ['conversation-description', view.summary],
        ['vote-convention', 'agree=+1;disagree=-1;pass=0;format=polis-export/1'],
      ].map(([topic = '', value = '']) => ({ topic, [view.title]: value })),
    },
  ]
}
