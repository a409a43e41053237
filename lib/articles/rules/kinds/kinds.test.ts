import { describe, expect, it } from 'vitest'
import { sortOf } from './kinds'

const fr = (question: string) => sortOf(question, 'fr')
const en = (question: string) => sortOf(question, 'en')
const YES_NO = { kind: 'yesno', options: ['Oui', 'Non'] }

describe('French questions', () => {
  it.each([
    'Que pensez-vous de ce pont ?',
    'Et vous, qu’auriez-vous fait ?',
    'Vous en pensez quoi ?',
    'D’ici là, vous misez sur qui ?',
    'Où irez-vous cet été ?',
    'Quels ponts ou quels tunnels prenez-vous ?',
    'Avez-vous des adresses à recommander ?',
    'Des idées ?',
    'Votre avis ?',
    'Vous en êtes où avec vos barques ?',
    'Une crique à nous conseiller ?',
    'Et la plus belle ?',
    'Des questions à poser au passeur ?',
    'Et chez vous, c’était comment, le bac ?',
  ])('open: %s', (question) => expect(fr(question)).toEqual({ kind: 'open', options: [] }))

  it.each([
    'Irez-vous au bal ?',
    'Est-ce que le pont vous manque ?',
    'Le pont est-il, selon vous, trop étroit ?',
    'Irez-vous au bal, oui ou non ?',
    'Ce pont est-il utile ou pas ?',
    'Connaissez-vous des ponts ou des tunnels qui ferment la nuit ?',
    'Avez-vous déjà pris le tunnel ou le bac ?',
    'Peut-on encore se passer de pont ou de bac ?',
    'Trouvez-vous normal que les chiens ou les poules paient le bac ?',
    'Les maires ou les préfets doivent-ils décider ?',
    'Voulez-vous, tôt ou tard, y revenir ?',
    'Envisagez-vous d’acheter une barque ou un canoë cet été ?',
    'Votre quai a-t-il une grue ou une cale ?',
    'Avez-vous un conseil municipal des bateliers ?',
  ])('yes or no: %s', (question) => expect(fr(question)).toEqual(YES_NO))

  it.each<[string, string[]]>([
    ['Trouvez-vous ce pont étroit ou dangereux ?', ['étroit', 'dangereux']],
    ['Le tunnel est-il sûr, utile ou beau ?', ['sûr', 'utile', 'beau']],
    ['Êtes-vous pour ou contre le péage ?', ['pour', 'contre']],
    ['Êtes-vous pour, contre ou sans avis ?', ['pour', 'contre', 'sans avis']],
    ['Est-il préférable d’attendre ou de partir ?', ['attendre', 'partir']],
    ['S’agit-il d’un progrès ou d’une régression ?', ['un progrès', 'une régression']],
    ['Est-ce une bonne ou une mauvaise nouvelle ?', ['une bonne nouvelle', 'une mauvaise nouvelle']],
    ['Une bonne ou mauvaise surprise ?', ['Une bonne surprise', 'une mauvaise surprise']],
    ['Faut-il élargir ou fermer les tunnels ?', ['élargir', 'fermer']],
    ['Faut-il attendre ou fermer les tunnels ?', ['attendre', 'fermer les tunnels']],
    ['Préférez-vous le pont, le bac ou ni l’un ni l’autre ?', ['le pont', 'le bac', 'ni l’un ni l’autre']],
    ['Prenez-vous le bac tous les jours, parfois ou jamais ?', ['tous les jours', 'parfois', 'jamais']],
    ['Choisiriez-vous le pont plutôt que le bac ?', ['le pont', 'le bac']],
    ['Lequel préférez-vous : le pont, le bac ou le tunnel ?', ['le pont', 'le bac', 'le tunnel']],
    ['Que choisiriez-vous entre le pont et le bac ?', ['le pont', 'le bac']],
    ['Vous êtes plutôt mer ou montagne ?', ['mer', 'montagne']],
    ['Aimez-vous le cidre brut ou doux ?', ['le cidre brut', 'le cidre doux']],
    ['La règle doit-elle être gardée ou supprimée ?', ['gardée', 'supprimée']],
    ['Qui va gagner, le bac ou le pont ?', ['le bac', 'le pont']],
    [
      'Êtes-vous content du bac ou auriez-vous voulu que la ville creuse un tunnel ?',
      ['content du bac', 'auriez voulu que la ville creuse un tunnel'],
    ],
    ['Ce pont vous fait-il peur ou le trouvez-vous solide ?', ['vous fait peur', 'le trouvez solide']],
    ['Aimez-vous ce bac ou le jugez-vous trop lent ?', ['aimez ce bac', 'le jugez trop lent']],
    ['Pensez-vous que le bac suffit ou qu’il est trop lent ?', ['le bac suffit', 'il est trop lent']],
    ['Vous prenez le bac ou vous passez par le pont ?', ['prenez le bac', 'passez par le pont']],
    ['Payez-vous le péage par carte ou en espèces ?', ['par carte', 'en espèces']],
    ['Faut-il fermer le pont aux camions le soir ou toute la journée ?', ['le soir', 'toute la journée']],
    ['Est-ce que vous préférez la barque ou le canoë ?', ['la barque', 'le canoë']],
    ['Souhaitez-vous que le bac soit gratuit ou payant ?', ['gratuit', 'payant']],
    ['Est-ce à la ville ou aux passagers de payer ?', ['à la ville', 'aux passagers']],
    ['Ce quai est-il bien ou mal éclairé ?', ['bien éclairé', 'mal éclairé']],
    ['Allez-vous ramer ou rester chez vous ?', ['ramer', 'rester chez vous']],
    ['Pour traverser, prenez-vous le bac ou le tunnel ?', ['le bac', 'le tunnel']],
    ['Le péage de nuit, idée de génie ou fausse piste ?', ['idée de génie', 'fausse piste']],
    ['Entre le bac et le tunnel, que choisiriez-vous ?', ['le bac', 'le tunnel']],
    ['Faut-il se réjouir ou s’inquiéter de la crue ?', ['se réjouir', 's’inquiéter']],
    ['Le bac est-il trop lent, ou le pont est-il trop loin ?', ['trop lent', 'le pont est trop loin']],
    ['Avec ou sans péage ?', ['Avec péage', 'sans péage']],
    ['L’avez-vous loué neuf ou d’occasion ?', ['neuf', 'd’occasion']],
    ['Le bac va-t-il tenir bon ou céder face au pont ?', ['tenir bon', 'céder face au pont']],
  ])('choice: %s', (question, options) => expect(fr(question)).toEqual({ kind: 'choice', options }))

  it('several answers', () => {
    expect(fr('Que prenez-vous (plusieurs réponses possibles) : le pont, le bac, le train ?')).toEqual({
      kind: 'multi',
      options: ['le pont', 'le bac', 'le train'],
    })
    expect(fr('Trouvez-vous ce pont beau et/ou utile ?')).toEqual({
      kind: 'multi',
      options: ['beau', 'utile'],
    })
  })

  it('scales', () => {
    const steps = ['1', '2', '3', '4', '5']
    expect(fr('Sur une échelle de 1 à 5, êtes-vous satisfait du bac ?')).toEqual({
      kind: 'scale',
      options: steps,
    })
    expect(fr('De un à cinq, quelle note donnez-vous au bac ?')).toEqual({ kind: 'scale', options: steps })
    expect(fr('De 1 (jamais) à 5 (toujours), prenez-vous le bac ?').options).toEqual(steps)
    expect(fr('Le bac passe-t-il de 1 à 5 fois par jour ?').kind).toBe('yesno')
  })
})

describe('English questions', () => {
  it.each([
    'What do you think?',
    'Any tips?',
    'So, which ferry did you take?',
    'If you could move, where would you go?',
  ])('open: %s', (question) => expect(en(question)).toEqual({ kind: 'open', options: [] }))

  it.each([
    'Will you take the ferry?',
    'Would you go, yes or no?',
    'Is it worth it or not?',
    'Have you seen a ferry or a bridge?',
    'Is it OK to take goats or geese on the ferry?',
    'Can a village live without a ferry or a bridge?',
  ])('yes or no: %s', (question) => expect(en(question)).toEqual({ kind: 'yesno', options: ['Yes', 'No'] }))

  it.each<[string, string[]]>([
    ['Is this ferry fast, cheap, or neither?', ['fast', 'cheap', 'neither']],
    ['Would you rather swim or walk?', ['swim', 'walk']],
    ['Is a toll a good or bad idea?', ['a good idea', 'a bad idea']],
    ['Is it a nice ferry or will it sink?', ['a nice ferry', 'will sink']],
    ['Should the town widen the bridge or dig a tunnel?', ['widen the bridge', 'dig a tunnel']],
    ['What is your favorite: tea, coffee or milk?', ['tea', 'coffee', 'milk']],
    ['Tea or coffee?', ['Tea', 'coffee']],
    [
      'Would you go with the slow ferry or wait for the new tunnel?',
      ['go with the slow ferry', 'wait for the new tunnel'],
    ],
    ['Does a ferry need speed or comfort?', ['speed', 'comfort']],
    ['Do you like the ferry, loathe it, or shrug?', ['like the ferry', 'loathe it', 'shrug']],
    ['Would you call the toll fair, absurd or both?', ['fair', 'absurd', 'both']],
    ['Is the river half clean or half dirty?', ['half clean', 'half dirty']],
    ['Is the toll too high or not high enough?', ['too high', 'not high enough']],
    ['Is the toll fair, or is it a scandal?', ['fair', 'a scandal']],
    ['Is this a local or a national matter?', ['a local matter', 'a national matter']],
    ['Is a raft a boat, a toy or something in between?', ['a boat', 'a toy', 'something in between']],
    ['Do you see the old pier as a landmark or a wreck?', ['a landmark', 'a wreck']],
    ['Is it wiser to widen the bridge or dig a tunnel?', ['widen the bridge', 'dig a tunnel']],
    ['Should the ferry be repainted or replaced by a bridge?', ['repainted', 'replaced by a bridge']],
    ['Did you like the ferry or the tunnel more?', ['the ferry', 'the tunnel']],
    ['Is the ferry too slow, too fast or just right?', ['too slow', 'too fast', 'just right']],
    ['Do you cross in the morning or at night?', ['in the morning', 'at night']],
    ['Are you driving there or are you taking the train?', ['driving there', 'taking the train']],
    [
      'Did you like the bridge, or did the toll put you off?',
      ['like the bridge', 'the toll did put you off'],
    ],
    ['Do you row on the lake full time, part time, or not at all?', ['full time', 'part time', 'not at all']],
    ['What about you — do you swim before lunch or after?', ['before lunch', 'after']],
    ['Do you think the toll is fair or absurd?', ['fair', 'absurd']],
    ['Should the bridge be closed, widened, or left as it is?', ['closed', 'widened', 'left as it is']],
  ])('choice: %s', (question, options) => expect(en(question)).toEqual({ kind: 'choice', options }))

  it('scales', () => {
    expect(en('On a scale of 1 to 3, how good was the ferry?').options).toEqual(['1', '2', '3'])
  })
})
