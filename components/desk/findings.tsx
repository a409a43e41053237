import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { PACKS } from '@/lib/articles/languages'
import { lintQuestion } from '@/lib/articles/rules/lint/lint'
import { editableOf, questionOf } from '@/lib/surveys/rules/editing'
import type { EditableQuestion } from '@/lib/surveys/schema'

type FindingsProps = {
  question: EditableQuestion
  language: 'fr' | 'en'
  onRepair: (question: EditableQuestion) => void
}

/** Renders what a survey methodologist would object to, each with its reason and, if there is one, its repair. */
export function Findings({ question, language, onRepair }: FindingsProps) {
  const t = useTranslations('desk')
  const { options = [], ...asked } = questionOf(question, language)
  const findings = lintQuestion({ ...asked, required: false, options }, language)
  if (!findings.length) return null
  return (
    <ul className="mt-3 space-y-2 border-field border-l-2 pl-3 font-sans text-sm">
      {findings.map(({ code, why, offer }) => (
        <li key={code}>
          {t(`findings.${code}`, { words: why.words ?? '', count: why.count ?? 0, most: why.most ?? 0 })}
          {offer && (
            <Offer
              offer={{ ...editableOf(offer, language), required: question.required }}
              instead={question}
              language={language}
              onTake={onRepair}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

type OfferProps = {
  offer: EditableQuestion
  instead: EditableQuestion
  language: 'fr' | 'en'
  onTake: (question: EditableQuestion) => void
}

/** Renders a repair in full before it is taken: the wording in the button, and new choices beside it. */
function Offer({ offer, instead, language, onTake }: OfferProps) {
  const t = useTranslations('desk.review')
  const choices = offer.abstain ? [...offer.lines, PACKS[language].answers.abstain] : offer.lines
  const rechosen =
    offer.kind !== instead.kind ||
    `${offer.lines}` !== `${instead.lines}` ||
    offer.abstain !== instead.abstain
  return (
    <>
      {rechosen && (
        <p className="text-muted">
          {t('repairChoices', { kind: t(offer.kind) })} <span lang={language}>{choices.join(' · ')}</span>
        </p>
      )}
      <Button type="button" look="quiet" className="ml-2 min-h-8! px-3! py-1!" onClick={() => onTake(offer)}>
        {t('repair', {
          change: offer.prompt === instead.prompt ? 'choices' : 'prompt',
          prompt: offer.prompt,
        })}
      </Button>
    </>
  )
}
