import { useTranslations } from 'next-intl'
import { Words } from '@/components/article/words'
import { Button } from '@/components/ui/button'
import { described, Field, Select, TextInput } from '@/components/ui/field'
import { CHECK_FAILED, RULES } from '@/lib/comments/rules/finding'
import type { QueueQuery } from '@/lib/comments/schema'
import type { Locale } from '@/lib/platform/i18n/locale'
import { typeset } from '@/lib/platform/i18n/typography'

type FiltersProps = { query: QueueQuery; surveys: { slug: string; title: string; language: Locale }[] }

/** Renders the filters of a queue: a plain form, so that a filtered queue has an address too. */
export function Filters({ query, surveys }: FiltersProps) {
  const t = useTranslations('moderation')
  const { queue, survey, rule, from, to, q } = query
  const chosen = surveys.find(({ slug }) => slug === survey)
  const days = [from, to].filter(Boolean).join(' – ')
  const active = survey || rule || days || q
  return (
    <details className="mt-3 font-sans text-sm">
      <summary className="cursor-pointer py-2">
        <span className="font-semibold">{t('filters')}</span>
        {chosen && (
          <span>
            {' · '}
            <Words of={chosen.language}>{chosen.title}</Words>
          </span>
        )}
        {rule && ` · ${t(`rule.${rule}`)}`}
        {days && ` · ${days}`}
        {q && ` · ${t('quoted', { text: q })}`}
      </summary>
      <form method="get" action="/moderation" className="gap-x-4 sm:grid sm:grid-cols-2 lg:grid-cols-5">
        {queue !== 'to_see' && <input type="hidden" name="queue" value={queue} />}
        <Field id="survey" label={t('filterSurvey')}>
          <Select id="survey" name="survey" defaultValue={survey ?? ''}>
            <option value="">{t('filterAll')}</option>
            {surveys.map(({ slug, title, language }) => (
              <option key={slug} value={slug} lang={language}>
                {typeset(title, language)}
              </option>
            ))}
          </Select>
        </Field>
        <Field id="rule" label={t('filterRule')}>
          <Select id="rule" name="rule" defaultValue={rule ?? ''}>
            <option value="">{t('filterAll')}</option>
            {[...RULES, CHECK_FAILED].map((name) => (
              <option key={name} value={name}>
                {t(`rule.${name}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field id="from" label={t('filterFrom')}>
          <TextInput id="from" name="from" type="date" defaultValue={from} />
        </Field>
        <Field id="to" label={t('filterTo')}>
          <TextInput id="to" name="to" type="date" defaultValue={to} />
        </Field>
        <Field id="q" label={t('filterText')} hint={t('filterTextHint')}>
          <TextInput
            {...described('q', { hint: true })}
            name="q"
            type="search"
            defaultValue={q}
            maxLength={200}
          />
        </Field>
        <p className="mt-4 flex flex-wrap items-center gap-4 lg:col-span-5">
          <Button type="submit" look="quiet">
            {t('filter')}
          </Button>
          {active && (
            <a href={queue === 'to_see' ? '/moderation' : `/moderation?queue=${queue}`} className="py-2">
              {t('filterReset')}
            </a>
          )}
        </p>
      </form>
    </details>
  )
}
