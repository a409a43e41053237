import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PICTURE_NAMES, type Picture, type PictureName } from '@/components/analysis/pictures/picture'
import { textsPicture } from '@/components/analysis/pictures/texts'
import { textsBy } from '@/lib/comments/queries/by-answer'
import { type Outcome, PROBLEM_STATUS, success } from '@/lib/platform/http/problem-codes'
import { toPng } from '@/lib/platform/images/png'
import { asFile, FILE_LOOK, type Said } from '@/lib/results/charts/frame'
import { analyse } from '@/lib/results/queries/analysis'
import { compare } from '@/lib/results/queries/comparison'
import { requireRole } from '@/lib/staff/gate'
import type { Editor } from '@/lib/staff/rules/roles'
import { findSurvey } from '@/lib/surveys/queries/public'
import { type Asked, readAsked, surveyAsked } from '../../asked'
import { comparisonPictures, picturesOf, saidWith, wordsOfPage } from '../../pictures'

type Context = { params: Promise<{ slug: string; file: string }> }
type Made = { picture: Picture | undefined; said: (picture: Picture) => Said }

const FILE = new RegExp(`^(${PICTURE_NAMES.join('|')})\\.(svg|png)$`)

async function make(editor: Editor, slug: string, name: PictureName, asked: Asked): Promise<Outcome<Made>> {
  const found = await surveyAsked(slug, asked)
  if (!found) notFound()
  const { survey, chosen } = found
  const words = await wordsOfPage(survey.view.language)
  if (name === 'textes') {
    const texts = await textsBy(editor, survey, chosen[0])
    if (!texts.ok) return texts
    const { at } = texts.value
    const picture = textsPicture(words, texts.value, chosen[0])
    return success({ picture, said: (given) => saidWith(words, given, [survey], { at }) })
  }
  if (name === 'comparaison' || name === 'comparaison-cours') {
    const other = await findSurvey(asked.avec ?? '')
    if (!other) notFound()
    const sides = await compare(editor, survey, other)
    if (!sides.ok) return sides
    const { course, questions } = comparisonPictures(words, [survey, other], sides.value)
    const results = sides.value.map((side) => side.results)
    return success({
      picture: name === 'comparaison' ? questions : course,
      said: (given) => saidWith(words, given, [survey, other], { results }),
    })
  }
  const analysis = await analyse(editor, survey, chosen)
  if (!analysis.ok) return analysis
  const { course, reach, answers, sources } = picturesOf(words, analysis.value, chosen)
  const results = [analysis.value.results]
  return success({
    picture: { cours: course, parcours: reach, croisement: answers, provenance: sources }[name],
    said: (given) => saidWith(words, given, [survey], { results }),
  })
}

/** Returns a picture of the results as a quotable file: it contains all the notes it requires. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const editor = await requireRole('editor')
  const { slug, file } = await params
  const [, name, format] = FILE.exec(file) ?? []
  if (!name) notFound()
  const asked = readAsked(Object.fromEntries(new URL(request.url).searchParams))
  const made = await make(editor, slug, name as PictureName, asked)
  if (!made.ok) {
    const { code } = made.problem
    const t = await getTranslations('problems')
    return new Response(t(code), { status: PROBLEM_STATUS[code] })
  }
  const { picture, said } = made.value
  if (!picture) notFound()
  const svg = asFile(picture.draw(FILE_LOOK), said(picture), picture.description)
  return new Response(format === 'png' ? await toPng(svg) : svg, {
    headers: {
      'content-type': format === 'png' ? 'image/png' : 'image/svg+xml; charset=utf-8',
      'content-disposition': `attachment; filename="avis-${slug}-${name}.${format}"`,
      'cache-control': 'private, no-store',
    },
  })
}
