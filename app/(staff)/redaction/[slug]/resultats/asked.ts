import { chosenVariables, variablesOf } from '@/lib/results/rules/variables'
import { findSurvey } from '@/lib/surveys/queries/public'

/** The parameters of the page's address, and of its pictures' alike. */
export const ASKED = ['version', 'a', 'b', 'avec'] as const
export type Asked = Partial<Record<(typeof ASKED)[number], string>>

/** Returns the known parameters of an address; ignores repeated and empty ones. */
export const readAsked = (given: Record<string, string | string[] | undefined>): Asked =>
  Object.fromEntries(
    ASKED.flatMap((name) => {
      const value = given[name]
      return typeof value === 'string' && value !== '' ? [[name, value]] : []
    }),
  )

/** Returns the survey of that address in the requested version, and its questions to analyse together. */
export async function surveyAsked(slug: string, { version, a, b }: Asked) {
  const survey = await findSurvey(slug, version === undefined ? undefined : Number(version))
  if (!survey) return undefined
  const variables = variablesOf(survey.view.questions)
  return { survey, variables, chosen: chosenVariables(variables, { a, b }) }
}

/** Returns a function that builds the address of a picture of this page, as a file with the same content. */
export function pictureHref(slug: string, asked: Asked) {
  const query = new URLSearchParams(asked).toString()
  return (name: string) => (format: 'svg' | 'png') =>
    `/redaction/${slug}/resultats/graphiques/${name}.${format}${query && `?${query}`}`
}
