import type { Locale } from '../../platform/i18n/locale'
import { translator } from '../../platform/i18n/messages'
import { englishMethod } from './method-en'
import { frenchMethod } from './method-fr'
import type { AskedQuestion } from './question-columns'
import { columnName } from './question-columns'
import { fullLabel } from './results'
import { ballotsIn, type Study } from './study'

const NOTES = { fr: frenchMethod, en: englishMethod }
const FILES: Record<Locale, string> = { fr: 'methode.md', en: 'method.md' }

/** Returns the name of the note on method in a bundle. */
export const methodFile = (language: Locale) => FILES[language]

/** Returns the note on method: how the figures were collected and what they can show. */
export function methodNote(study: Study, questions: AskedQuestion[]): string {
  const { language } = study
  const t = translator(language, 'codebook')
  const asked = questions.map((question) => {
    const { version, kind, prompt } = question
    const labels = question.options.map((option) => `\n  - ${fullLabel(option)}`)
    const words = t('asked', { version, kind: t(`questionKinds.${kind}`), prompt })
    return `- ${columnName(question)} ${words}${labels.join('')}`
  })
  return NOTES[language]({ ...study, ballots: ballotsIn(study), asked: asked.join('\n') })
}
