import type { SurveyLanguage } from '../../languages'
import { type QuestionInput, surveyQuestion } from '../survey-questions'
import { affirmative } from './affirmative'
import { type Check, wordsMatching } from './finding'

const LEADING = new RegExp(
  [
    "\\b(?:n'est-(?:il|elle|ce) pas|ne (?:pens|croy|trouv)ez-vous pas|ne devrait-on pas|ne faut-il pas|n'etes-vous pas|n'avez-vous pas|ne serait-il pas)\\b",
    "\\b(?:comme (?:tout le monde|chacun|beaucoup|la plupart)|tout le monde (?:sait|s'accorde)|il est (?:evident|clair|prouve) que|bien evidemment|evidemment|a l'evidence|enfin|naturellement|bien sur)\\b",
    ", (?:non|n'est-ce pas|hein|pas vrai|right|isn't it|don't you think)\\b",
    "\\b(?:don't you (?:think|agree|find)|wouldn't you (?:agree|say)|isn't it (?:time|true|obvious)|shouldn't (?:we|they|he|she|it)|surely|obviously|clearly|of course|as everyone knows|like most people)\\b",
    "\\b(?:etes-vous d'accord(?! ou )|d'accord (?:pour dire|avec l'idee)|do you agree(?! or ))\\b",
  ].join('|'),
)
const TAG = /, ?(?:non|n['’]est-ce pas|hein|pas vrai|right|isn['’]t it|don['’]t you think) ?\?/iu
const PUSHES =
  /(?:, ?)?(?<!\p{L})(?:comme (?:tout le monde|chacun|beaucoup|la plupart)[^,?]{0,40}|bien évidemment|évidemment|à l['’]évidence|enfin|naturellement|bien sûr|surely|obviously|clearly|of course|as everyone knows|like most people)(?!\p{L}),? ?/giu
const ASSENT: [RegExp, string][] = [
  [/êtes-vous d['’]accord (?:pour dire|avec l['’]idée) (?=qu)/iu, 'Pensez-vous '],
  [/(?:do|would) you agree that /iu, 'Do you think that '],
]
const WITH = /^(?:êtes-vous d['’]accord|do you agree) (?=avec|with|pour)/iu
const SIDES: Record<SurveyLanguage, { asked: string; options: string[] }> = {
  fr: { asked: 'Êtes-vous d’accord ou pas d’accord ', options: ['D’accord', 'Pas d’accord'] },
  en: { asked: 'Do you agree or disagree ', options: ['Agree', 'Disagree'] },
}

/** Returns the question without the words that push to one answer; undefined when nothing can be removed. */
function unled(question: QuestionInput, language: SurveyLanguage): QuestionInput | undefined {
  const { asked, options } = SIDES[language]
  const mark = language === 'fr' ? ' ?' : '?'
  const plainer = ASSENT.reduce((text, [said, instead]) => text.replace(said, instead), question.prompt)
  if (WITH.test(plainer)) {
    return surveyQuestion({ text: plainer.replace(WITH, asked), kind: 'choice', options }, language)
  }
  const pushed = plainer.replace(TAG, mark).replace(PUSHES, ' ').replace(/ {2,}/g, ' ').trim()
  const prompt = affirmative(pushed, language)
  return prompt === question.prompt ? undefined : { ...question, prompt }
}

/** Finds wording that suggests the answer. */
export const leading: Check = (linted) => {
  const words = wordsMatching(linted, LEADING)
  if (words === undefined) return []
  const offer = unled(linted.question, linted.language)
  return [{ code: 'leading', why: { words }, ...(offer && { offer }) }]
}
