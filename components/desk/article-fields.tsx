import { useTranslations } from 'next-intl'
import { described, Field, Select, TextArea, TextInput } from '@/components/ui/field'
import type { Draft } from '@/lib/surveys/schema'

const VISIBILITIES = ['after_vote', 'always', 'after_closing'] as const
const MODERATIONS = ['before', 'after', 'first_only'] as const

type ArticleFieldsProps = {
  draft: Draft
  /** The proposed summary, to mark it while it stands unchanged. */
  proposed: string | undefined
  addressKnown: boolean
  errorOf: (field: string) => string | undefined
  onChange: (part: Partial<Draft>) => void
}

/** Renders what readers see of the article, and how the consultation is run. */
export function ArticleFields({ draft, proposed, addressKnown, errorOf, onChange }: ArticleFieldsProps) {
  const t = useTranslations('desk.review')
  const text = (name: 'title' | 'sourceName' | 'sourceUrl' | 'publishedOn' | 'slug') => ({
    ...described(name, { error: errorOf(name), hint: name === 'publishedOn' }),
    value: draft[name],
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
  })
  const summaryHint = proposed !== undefined && draft.summary === proposed && t('summaryProposed')
  return (
    <section aria-labelledby="article">
      <h2 id="article" className="font-semibold text-xl">
        {t('article')}
      </h2>
      <div className="mt-3">
        <Field id="title" label={t('articleTitle')} error={errorOf('title')}>
          <TextInput {...text('title')} lang={draft.language} />
        </Field>
        <Field id="summary" label={t('summary')} hint={summaryHint} error={errorOf('summary')}>
          <TextArea
            {...described('summary', { hint: summaryHint, error: errorOf('summary') })}
            lang={draft.language}
            rows={5}
            value={draft.summary}
            onChange={(event) => onChange({ summary: event.target.value })}
          />
        </Field>
        <div className="items-end sm:grid sm:grid-cols-2 sm:gap-x-5">
          <Field id="sourceName" label={t('source')} error={errorOf('sourceName')}>
            <TextInput {...text('sourceName')} />
          </Field>
          <Field
            id="publishedOn"
            label={t('publishedOn')}
            hint={t('publishedOnHint')}
            error={errorOf('publishedOn')}
          >
            <TextInput {...text('publishedOn')} inputMode="numeric" />
          </Field>
        </div>
        <Field id="sourceUrl" label={t('sourceUrl')} error={errorOf('sourceUrl')}>
          <TextInput {...text('sourceUrl')} type="url" />
        </Field>
        <Field id="slug" label={t('slug')} error={errorOf('slug')}>
          <TextInput {...text('slug')} disabled={addressKnown} spellCheck={false} />
        </Field>
        <div className="items-end sm:grid sm:grid-cols-3 sm:gap-x-5">
          <Choice
            id="language"
            label={t('language')}
            value={draft.language}
            values={['fr', 'en']}
            name={t}
            onChange={(language) => onChange({ language })}
          />
          <Choice
            id="resultsVisibility"
            label={t('visibility')}
            value={draft.resultsVisibility}
            values={VISIBILITIES}
            name={t}
            onChange={(resultsVisibility) => onChange({ resultsVisibility })}
          />
          <Choice
            id="moderationMode"
            label={t('moderation')}
            value={draft.moderationMode}
            values={MODERATIONS}
            name={t}
            onChange={(moderationMode) => onChange({ moderationMode })}
          />
        </div>
      </div>
    </section>
  )
}

type ChoiceProps<V extends string> = {
  id: string
  label: string
  value: V
  values: readonly V[]
  name: (value: V) => string
  onChange: (value: V) => void
}

function Choice<V extends string>({ id, label, value, values, name, onChange }: ChoiceProps<V>) {
  return (
    <Field id={id} label={label}>
      <Select id={id} value={value} onChange={(event) => onChange(event.target.value as V)}>
        {values.map((one) => (
          <option key={one} value={one}>
            {name(one)}
          </option>
        ))}
      </Select>
    </Field>
  )
}
