import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { setAutomaticAction } from '@/lib/ballots/actions'
import type { AutomaticRules } from '@/lib/ballots/queries/automatic'
import { INTEGRITY_RULES } from '@/lib/ballots/rules/integrity/finding'

type RuleSwitchesProps = { rules: AutomaticRules; survey: string; mayChange: boolean }

/** Lists every rule: what it looks for, and whether it sets aside automatically what it finds. */
export function RuleSwitches({ rules, survey, mayChange }: RuleSwitchesProps) {
  const t = useTranslations('integrity')
  return (
    <section aria-labelledby="regles" className="mt-10 border-rule border-t pt-7">
      <h2 id="regles" className="font-semibold text-2xl">
        {t('rulesTitle')}
      </h2>
      <p className="mt-1 max-w-3xl">{t(survey ? 'rulesHere' : 'rulesLead')}</p>
      <dl className="mt-4 grid gap-x-8 gap-y-5 md:grid-cols-2">
        {INTEGRITY_RULES.map((rule) => {
          const { everywhere, here } = rules[rule]
          const now = survey ? (here ?? everywhere) : everywhere
          return (
            <div key={rule}>
              <dt className="font-semibold">{t(`rules.${rule}.name`)}</dt>
              <dd>
                <p>{t(`rules.${rule}.looks`)}</p>
                <ActionForm
                  id={`form-${rule}`}
                  action={setAutomaticAction}
                  className="mt-2 flex flex-wrap items-center gap-3 font-sans text-sm"
                >
                  <input type="hidden" name="rule" value={rule} />
                  <input type="hidden" name="survey" value={survey} />
                  <span className={now ? 'font-semibold' : 'text-muted'}>
                    {t(now ? 'automatic' : 'manual')}
                    {survey && here === undefined && ` (${t('inherited')})`}
                  </span>
                  {mayChange && (
                    <Button look="quiet" name="says" value={now ? 'no' : 'yes'}>
                      <span className="sr-only">{t('ofRule', { rule: t(`rules.${rule}.name`) })} </span>
                      {t(now ? 'makeManual' : 'makeAutomatic')}
                    </Button>
                  )}
                  {mayChange && survey && here !== undefined && (
                    <Button look="quiet" name="says" value="inherit">
                      <span className="sr-only">{t('ofRule', { rule: t(`rules.${rule}.name`) })} </span>
                      {t('inherit')}
                    </Button>
                  )}
                </ActionForm>
              </dd>
            </div>
          )
        })}
      </dl>
      {!mayChange && <p className="mt-4 font-sans text-muted text-sm">{t('adminsOnly')}</p>}
    </section>
  )
}
