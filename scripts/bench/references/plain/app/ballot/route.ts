import { randomBytes } from 'node:crypto'
import { db } from '../../../../../../lib/platform/db/client'
import { TITLE } from '../../../../../../lib/platform/db/title'

/** Reference (b): the usual way. A route handler of Next and one Prisma transaction for one ballot. */
export async function POST(request: Request) {
  const { cells } = (await request.json()) as { cells: string[] }
  const reader = new Uint8Array(randomBytes(16))
  const surveyId = -1
  const [, cell = ''] = cells
  // With every field of the key in `create`, Prisma writes ON CONFLICT; without, it reads first, and two collide.
  const ballot = { titleId: TITLE, surveyId, reader, cells, receiptHash: reader }
  await db().$transaction([
    db().ballot.upsert({
      where: { titleId_surveyId_reader: { titleId: TITLE, surveyId, reader } },
      create: ballot,
      update: { cells, changedAt: new Date() },
    }),
    db().tally.upsert({
      where: { titleId_surveyId_cell: { titleId: TITLE, surveyId, cell } },
      create: { titleId: TITLE, surveyId, cell, count: 1 },
      update: { count: { increment: 1 } },
    }),
  ])
  return Response.json({ receipt: Buffer.from(reader).toString('hex') }, { status: 201 })
}

export const GET = () => new Response('ready')
