import { expect, it } from 'vitest'
import { detectClosing } from '../closing/detect'

const ASKED = 'Souhaitez-vous que la halle soit gardée ?'
const BODY = ['Le maire parlera jeudi soir.', 'La halle date de 1904.']

it.each(['Publicité', 'PUBLICITÉ', 'Annonce', 'Contenu sponsorisé'])(
  '«%s» between the lines of an article hides none of them',
  (label) => {
    for (const between of ['\n', '\n\n'])
      for (const at of [1, 2]) {
        const lines = [...BODY.slice(0, at), label, ...BODY.slice(at), ASKED]
        expect(detectClosing(lines.join(between)).questions.map(({ text }) => text)).toEqual([ASKED])
      }
  },
)

it('a label after an empty line covers its block', () => {
  const text = `${BODY.join('\n\n')}\n\nPublicité\nEnvie de changer de banque ?\nOuvrez un compte.`
  expect(detectClosing(text).questions).toEqual([])
})
