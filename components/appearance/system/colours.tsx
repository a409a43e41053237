import { useTranslations } from 'next-intl'
import { ScrollRegion } from '@/components/ui/scroll-region'
import { useFormat } from '@/components/ui/use-format'
import { contrast } from '@/lib/appearance/rules/colour'
import { type Accents, paletteIn } from '@/lib/appearance/rules/palette'
import {
  propertyOf,
  SCHEMES,
  type Scheme,
  TOKEN_NAMES,
  TOKENS,
  type Token,
} from '@/lib/appearance/rules/tokens'

const Swatch = ({ colour }: { colour: string }) => (
  <span
    aria-hidden="true"
    className="mr-2 inline-block size-5 rounded border border-field align-text-bottom"
    style={{ background: colour }}
  />
)

/** The counterpart for the contrast of each token: a foreground with its background, a background with its text. */
const AGAINST: Record<Token, Token> = {
  paper: 'ink',
  raised: 'ink',
  ink: 'paper',
  muted: 'paper',
  rule: 'paper',
  field: 'paper',
  track: 'accent',
  accent: 'paper',
  onAccent: 'accent',
  accentSoft: 'ink',
}

/** Renders every colour, its purpose, and its contrast in each scheme. */
export function Colours({ accents }: { accents: Accents | undefined }) {
  const t = useTranslations('appearance.system')
  const format = useFormat()
  const tokens = (scheme: Scheme): Record<Token, string> => ({
    ...TOKENS[scheme],
    ...paletteIn(scheme, accents),
  })
  const all = { light: tokens('light'), dark: tokens('dark') }
  const figure = (scheme: Scheme, token: Token) =>
    format.number(contrast(all[scheme][token], all[scheme][AGAINST[token]]), {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    })
  return (
    <section className="mt-10">
      <h3 className="font-semibold text-xl">{t('colours')}</h3>
      <p className="mt-1 max-w-3xl text-muted">{t('coloursLead')}</p>
      <ScrollRegion label={t('colours')}>
        <table aria-label={t('colours')} className="w-full border-collapse text-left font-sans text-sm">
          <thead>
            <tr className="border-rule border-b">
              {(['token', 'use', ...SCHEMES, 'against'] as const).map((head) => (
                <th key={head} scope="col" className="py-2 pr-4 font-semibold">
                  {t(`head.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {TOKEN_NAMES.map((token) => (
              <tr key={token} className="border-rule border-b align-baseline">
                <th scope="row" className="whitespace-nowrap py-2 pr-4 font-normal">
                  <code>{propertyOf(token)}</code>
                </th>
                <td className="cell py-2 pr-4">{t(`tokens.${token}`)}</td>
                {SCHEMES.map((scheme) => (
                  <td key={scheme} className="whitespace-nowrap py-2 pr-4 tabular-nums">
                    <Swatch colour={all[scheme][token]} />
                    <code>{all[scheme][token]}</code>
                    {` ${t('value', { ratio: figure(scheme, token) })}`}
                  </td>
                ))}
                <td className="whitespace-nowrap py-2">
                  <code>{propertyOf(AGAINST[token])}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  )
}
