import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repair } from './repair'

const textOf = (pasted: string) => repair(pasted).text

describe('repair', () => {
  it.each([
    ['La dÃ©cision est prÃªte, lâ€™Ã©quipe dit Â« oui Â».', 'La décision est prête, l’équipe dit « oui ».'],
    ['VoilÃ  une idÃ©eÂ ?', 'Voilà une idée ?'],
    ['L&#39;id&eacute;e&nbsp;est &laquo;&amp;nbsp;bonne&amp;nbsp;&raquo;', "L'idée est « bonne »"],
    ['Un\u00a0prix\u202fjuste\u200b, à rési\u00adlier', 'Un prix juste, à résilier'],
    ['L\u0092été\u0085', 'L’été…'],
    ['e\u0301te\u0301', 'été'],
    ['Un **mot** et un [lien](https://exemple.org/a?b=c) _ici_', 'Un mot et un lien ici'],
    ['[B]Gras[/B] et [URL=https://a.b]lien[/URL]', 'Gras et lien'],
    ['La fin.Le début', 'La fin. Le début'],
    [
      'Vu sur un vieux pontQuelle heure est-il ? YouTube le dit',
      'Vu sur un vieux pont\nQuelle heure est-il ? YouTube le dit',
    ],
    ['Tout est dit.---Quand partir ?## La suite', 'Tout est dit.\nQuand partir ?\n## La suite'],
    ['un Â«Â mot Â»', 'un « mot »'],
    ['« CAFÉ»', '« CAFÉ»'],
  ])('mends %j', (pasted, mended) => {
    expect(textOf(pasted)).toBe(mended)
  })

  it('turns blocks of HTML into lines and forgets scripts', () => {
    expect(textOf('<p>Un</p><script>si(a<b){}</script><ul><li>Deux</li></ul>')).toMatch(/^\n+Un\n+• Deux\n+$/)
  })

  it('puts back the line end before a heading that was glued to a sentence', () => {
    expect(textOf('Rien de neuf.Voir aussiUn titre')).toBe('Rien de neuf.\nVoir aussi\nUn titre')
  })

  it('keeps addresses whole', () => {
    const address = 'https://exemple.org/liste?page=2&tri=Nom.Date'
    expect(textOf(`Voir ${address} pour la suite`)).toContain(address)
  })

  it('knows where every repaired character came from', () => {
    const pasted = 'Avant&nbsp;: <b>l&rsquo;Ã©tÃ©</b> arrive'
    const { text, source } = repair(pasted)
    const at = text.indexOf('été')
    const { start, end } = source(at, at + 3)
    expect(pasted.slice(start, end)).toBe('Ã©tÃ©')
  })

  it('gives ranges inside the text whatever is pasted', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '<p>',
        '</p>',
        '&nbsp;',
        'Ã©',
        '**',
        '👉',
        '\n',
        ' ?',
        'Et vous',
        '.Le',
        '«',
        '[quote]',
        '<!--',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(), fc.nat(), (pieces, a, b) => {
        const pasted = pieces.join('')
        const { text, source } = repair(pasted)
        const start = a % (text.length + 1)
        const end = Math.min(text.length, start + (b % 10))
        const range = source(start, end)
        expect(range.start).toBeGreaterThanOrEqual(0)
        expect(range.end).toBeGreaterThanOrEqual(range.start)
        expect(range.end).toBeLessThanOrEqual(pasted.length)
      }),
    )
    // The limit is for many runs: a busy machine needs longer than for one example.
  }, 30_000)
})
