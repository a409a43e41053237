import { db } from '../../platform/db/client'
import { TITLE } from '../../platform/db/title'
import { hashReceipt } from '../../readers/rules/make-receipt'
import type { SurveyRecord } from '../../surveys/queries/public'
import { answeredKey, chosenOptions, versionOf } from '../rules/tally-keys'
import type { BallotView } from '../schema'

/**
 * Returns the reader's own ballot with their own texts, published or not. A withdrawn one has the answers it had
 * before, so that restoring it is one click.
 */
export async function findBallot(
  { id: surveyId, view }: SurveyRecord,
  reader: Uint8Array<ArrayBuffer>,
): Promise<BallotView | undefined> {
  const [ballot, comments] = await Promise.all([
    db().ballot.findUnique({
      where: { titleId_surveyId_reader: { titleId: TITLE, surveyId, reader } },
      select: { cells: true, previous: true, revision: true, castAt: true, changedAt: true, shown: true },
    }),
    db().comment.findMany({
      where: { surveyId, reader },
      select: { questionId: true, text: true, revision: true, withdrawnAt: true },
    }),
  ])
  if (!ballot) return undefined
  const withdrawn = ballot.cells.length === 0
  const cells = withdrawn ? ballot.previous : ballot.cells
  const chosen = new Set(chosenOptions(cells))
  const said = comments.filter((comment) =>
    withdrawn ? ballot.previous.includes(answeredKey(comment.questionId)) : !comment.withdrawnAt,
  )
  const answers = view.questions.flatMap((question) => {
    const optionIds = question.options.filter((option) => chosen.has(option.id)).map((option) => option.id)
    const text = said.find((comment) => comment.questionId === question.id)?.text
    if (!optionIds.length && !text) return []
    return [
      { questionId: question.id, ...(optionIds.length ? { optionIds } : {}), ...(text ? { text } : {}) },
    ]
  })
  return {
    slug: view.slug,
    withdrawn,
    revision: ballot.revision,
    cells: ballot.cells,
    texts: comments.reduce((sum, comment) => sum + comment.revision, 0),
    version: versionOf(cells),
    castAt: ballot.castAt.toISOString(),
    changedAt: ballot.changedAt.toISOString(),
    ...(ballot.shown.length && { shown: ballot.shown }),
    answers,
  }
}

/** Returns what is stored of the receipt of a reader's ballot, in hex. */
export async function findReceiptHash(surveyId: number, reader: Uint8Array<ArrayBuffer>) {
  const ballot = await db().ballot.findUnique({
    where: { titleId_surveyId_reader: { titleId: TITLE, surveyId, reader } },
    select: { receiptHash: true },
  })
  return ballot && Buffer.from(ballot.receiptHash).toString('hex')
}

/** Finds the ballot of a receipt: the survey's address and the reader in it. */
export async function findByReceipt(code: string) {
  const ballot = await db().ballot.findFirst({
    where: { titleId: TITLE, receiptHash: hashReceipt(code) },
    select: { surveyId: true, reader: true },
  })
  if (!ballot) return undefined
  const survey = await db().survey.findUnique({ where: { id: ballot.surveyId }, select: { slug: true } })
  return survey ? { ...ballot, slug: survey.slug } : undefined
}
