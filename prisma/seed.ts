import { db } from '../lib/platform/db/client'
import { createSurvey } from '../lib/surveys/commands/create'
import { demoSurvey } from './demo'

/** Loads the demo into a database that has no survey at all; returns whether it did. */
export async function seed(): Promise<boolean> {
  if (await db().survey.findFirst({ select: { id: true } })) return false
  await createSurvey(demoSurvey)
  return true
}
