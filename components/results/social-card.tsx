import type { Size } from '@/lib/appearance/rules/logo'
import { TOKENS } from '@/lib/appearance/rules/tokens'
import type { Card } from '@/lib/results/rules/card'

/** Cards appear on other sites' pages, which may have any colour: they use the light scheme. */
const { ink: INK, muted: MUTED, paper: PAPER, track: TRACK, rule: RULE } = TOKENS.light

const row = { display: 'flex', justifyContent: 'space-between', gap: 24 } as const
/** Truncates to `lines` lines, with an ellipsis. */
const clamped = (lines: number) => ({ display: 'block', lineClamp: lines }) as const

/** The maximum size of the logo: it stands in the line of the kicker, which is no higher. */
const LOGO_BOX = { width: 300, height: 38 }

/** `logo` replaces the kicker's first words; its source states them all. */
type SocialCardProps = {
  card: Card
  kicker: string
  accent: string
  logo: (Size & { src: string }) | undefined
}

/** Renders the picture: for satori, which knows flex boxes and inline styles, and nothing of our style sheet. */
export const SocialCard = ({ card, kicker, accent, logo }: SocialCardProps) => (
  <div
    style={{
      width: '100%',
      height: '100%',
      display: 'flex',
      flexDirection: 'column',
      boxSizing: 'border-box',
      padding: '40px 64px 34px',
      background: PAPER,
      color: INK,
      fontFamily: 'Source Serif 4',
      borderTop: `14px solid ${accent}`,
    }}
  >
    <div style={{ ...row, fontSize: 26 }}>
      <div style={{ display: 'flex', flexShrink: 0, alignItems: 'center', color: accent, fontWeight: 600 }}>
        {logo && <Logo {...logo} />}
        {kicker}
      </div>
      <div style={{ ...clamped(1), color: MUTED }}>{card.source}</div>
    </div>
    <div style={{ ...clamped(1), marginTop: 10, fontSize: 30, color: MUTED }}>{card.title}</div>
    <Prompt card={card} />
    <div style={{ display: 'flex', flexDirection: 'column', flexGrow: 1, justifyContent: 'center' }}>
      {card.rows.map((one) => (
        <Row key={one.label} {...one} accent={accent} />
      ))}
      {card.note && (
        <div style={{ ...clamped(1), marginTop: 8, fontSize: 24, color: MUTED }}>{card.note}</div>
      )}
    </div>
    <div
      style={{
        display: 'flex',
        borderTop: `2px solid ${RULE}`,
        paddingTop: 14,
        fontSize: 26,
        color: MUTED,
      }}
    >
      {card.foot}
    </div>
  </div>
)

function Logo({ src, width, height }: Size & { src: string }) {
  const scale = Math.min(LOGO_BOX.width / width, LOGO_BOX.height / height)
  // biome-ignore lint/performance/noImgElement: satori's, which knows no other
  return <img src={src} alt="" width={width * scale} height={height * scale} style={{ marginRight: 20 }} />
}

/** Renders the question as large as its length and the figures below it allow. */
function Prompt({ card: { prompt, rows } }: { card: Card }) {
  const [size, lines] = rows.length ? [prompt.length > 60 ? 38 : 46, 2] : [prompt.length > 90 ? 52 : 66, 5]
  return (
    <div style={{ ...clamped(lines), marginTop: 14, fontSize: size, fontWeight: 600, lineHeight: 1.16 }}>
      {prompt}
    </div>
  )
}

function Row({ label, value, share, accent }: Card['rows'][number] & { accent: string }) {
  return (
    <div style={{ display: 'flex', flexDirection: 'column', marginTop: 10 }}>
      <div style={{ ...row, fontSize: 28 }}>
        <div style={clamped(1)}>{label}</div>
        <div style={{ display: 'flex', flexShrink: 0, fontWeight: 600 }}>{value}</div>
      </div>
      {share !== undefined && (
        <div style={{ display: 'flex', height: 12, marginTop: 4, background: TRACK }}>
          <div style={{ display: 'flex', width: `${share.exact}%`, background: accent }} />
        </div>
      )}
    </div>
  )
}
