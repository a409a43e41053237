import type { Card } from '@/lib/results/rules/card'

const INK = '#1c1a17'
const MUTED = '#5d574d'
const ACCENT = '#8f1d2c'
const PAPER = '#fdfcf9'
const TRACK = '#ece7dc'
const RULE = '#d8d2c6'

const row = { display: 'flex', justifyContent: 'space-between', gap: 24 } as const
/** At most `lines` lines, and an ellipsis. */
const clamped = (lines: number) => ({ display: 'block', lineClamp: lines }) as const

type SocialCardProps = { card: Card; kicker: string; more: string }

/** The picture itself: for satori, which knows flex boxes and inline styles, and nothing of our style sheet. */
export const SocialCard = ({ card, kicker, more }: SocialCardProps) => (
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
      borderTop: `14px solid ${ACCENT}`,
    }}
  >
    <div style={{ ...row, fontSize: 26 }}>
      <div style={{ display: 'flex', flexShrink: 0, color: ACCENT, fontWeight: 600 }}>{kicker}</div>
      <div style={{ ...clamped(1), color: MUTED }}>{card.source}</div>
    </div>
    <div style={{ ...clamped(1), marginTop: 10, fontSize: 30, color: MUTED }}>{card.title}</div>
    <Prompt card={card} />
    <div style={{ display: 'flex', flexDirection: 'column', flexGrow: 1, justifyContent: 'center' }}>
      {card.rows.map((one) => (
        <Row key={one.label} {...one} />
      ))}
      {card.left > 0 && (
        <div style={{ display: 'flex', marginTop: 8, fontSize: 24, color: MUTED }}>{more}</div>
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

/** The question: as large as its length and the figures below it allow. */
function Prompt({ card: { prompt, rows } }: { card: Card }) {
  const [size, lines] = rows.length ? [prompt.length > 60 ? 38 : 46, 2] : [prompt.length > 90 ? 52 : 66, 5]
  return (
    <div style={{ ...clamped(lines), marginTop: 14, fontSize: size, fontWeight: 600, lineHeight: 1.16 }}>
      {prompt}
    </div>
  )
}

function Row({ label, value, share }: Card['rows'][number]) {
  return (
    <div style={{ display: 'flex', flexDirection: 'column', marginTop: 10 }}>
      <div style={{ ...row, fontSize: 28 }}>
        <div style={clamped(1)}>{label}</div>
        <div style={{ display: 'flex', flexShrink: 0, fontWeight: 600 }}>{value}</div>
      </div>
      {share !== undefined && (
        <div style={{ display: 'flex', height: 12, marginTop: 4, background: TRACK }}>
          <div style={{ display: 'flex', width: `${share}%`, background: ACCENT }} />
        </div>
      )}
    </div>
  )
}
