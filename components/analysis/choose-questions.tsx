import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Field, Select } from '@/components/ui/field'
import type { Locale } from '@/lib/platform/i18n/locale'
import type { Variable } from '@/lib/results/rules/variables'
import { variableName } from './pictures/crossing'

type ChooseQuestionsProps = {
  variables: Variable[]
  chosen: Variable[]
  language: Locale
  version: string | undefined
}

/** Renders the choice of two questions to analyse together: a form whose address can be passed on as a link. */
export function ChooseQuestions({ variables, chosen, language, version }: ChooseQuestionsProps) {
  const t = useTranslations('analysis.choose')
  if (variables.length < 2) return <p className="mt-2">{t(variables.length ? 'one' : 'none')}</p>
  return (
    <form method="get" action="#croisement" className="no-print mt-2">
      {version && <input type="hidden" name="version" value={version} />}
      <div className="gap-x-5 sm:grid sm:grid-cols-2">
        {(['a', 'b'] as const).map((name, index) => (
          <Field key={name} id={name} label={t(name)}>
            <Select id={name} name={name} defaultValue={chosen[index]?.key}>
              {variables.map((variable) => (
                <option key={variable.key} lang={language} value={variable.key}>
                  {variableName(variable, language)}
                </option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
      <Button type="submit" look="quiet" className="mt-3">
        {t('show')}
      </Button>
    </form>
  )
}
