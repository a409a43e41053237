import { findFrozenContext } from '@/lib/results/queries/context'
import { findCorrections, findSnapshot } from '@/lib/results/queries/results'
import { isIntact } from '@/lib/results/rules/snapshot'
import type { FrozenContext } from '@/lib/results/schema'
import { findSurvey } from '@/lib/surveys/queries/public'
import type { SurveyView } from '@/lib/surveys/schema'

/** Restores the cited title: an article's title may be corrected later, but a citation keeps the one it had. */
function asCited(view: SurveyView, context: FrozenContext | undefined): SurveyView {
  return context ? { ...view, title: context.title, source: { ...view.source, name: context.source } } : view
}

/**
 * Returns cited results with what was shown beside them, and the corrections of their wording since; undefined when
 * nobody cited them.
 */
export async function citedResults({ slug, seq }: { slug: string; seq: string }) {
  const latest = await findSurvey(slug)
  const [results, context, corrections = []] = latest
    ? await Promise.all([
        findSnapshot(latest, seq),
        findFrozenContext(latest, seq),
        findCorrections(latest, seq),
      ])
    : []
  const survey = results && (await findSurvey(slug, results.version))
  if (!survey || !results) return undefined
  // Figures that do not match their hash are shown to nobody: the page fails, and the log states why.
  if (!isIntact(results) || (context && !(isIntact(context) && context.results === results.hash)))
    throw new Error(`the cited results ${slug} ${seq} do not have their hash`)
  return { view: asCited(survey.view, context), results, context, corrections }
}
