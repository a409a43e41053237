import { type ShortWay, sendJson } from '../../platform/http/direct-answer'
import { findSurvey } from '../../surveys/queries/public'
import { showsResults } from '../../surveys/rules/lifecycle'
import { findResultsJson } from '../queries/results'
import { isPlainRead } from './plain-read'

const PATH = /^\/api\/v1\/surveys\/([a-z0-9-]{1,200})\/results$/

/** Returns the public results that `slug` shows now, as JSON text; undefined where they take an answer of another kind. */
async function shownResults(slug: string): Promise<string | undefined> {
  const survey = await findSurvey(slug)
  return survey && showsResults(survey.view) ? findResultsJson(survey) : undefined
}

/**
 * The short way of results that everybody may see (results.ts answers all other requests for results, also with their
 * refusals and errors).
 */
export const directResults: ShortWay = (request, response, takeLongWay) => {
  const slug = PATH.exec(request.url ?? '')?.[1]
  if (slug === undefined || !isPlainRead(request)) return false
  shownResults(slug).then((text) => {
    if (text === undefined) takeLongWay()
    else sendJson(response, 200, text)
  }, takeLongWay)
  return true
}
