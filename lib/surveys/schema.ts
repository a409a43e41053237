import { z } from 'zod'
import {
  articleInput,
  SOURCE_NAME_LENGTH,
  SUMMARY_LENGTH,
  TITLE_LENGTH,
  URL_LENGTH,
} from '../articles/schema'
import { SLUG, SLUG_LENGTH } from './rules/slug'

/** Maximum questions: more is not a closing section any more but a questionnaire, and readers on a phone leave. */
export const MAX_QUESTIONS = 20
export const MAX_OPTIONS = 30
export const PROMPT_LENGTH = 500
export const LABEL_LENGTH = 200
/** Characters of an instant with fractions of a second and its zone. */
const DATE_LENGTH = 40

export const questionKinds = ['single', 'multiple', 'scale', 'aspects', 'open'] as const
export const stances = ['yes', 'no', 'abstain'] as const
export const resultsVisibilities = ['after_vote', 'always', 'after_closing'] as const
export const statuses = ['draft', 'scheduled', 'open', 'closed', 'archived'] as const

const id = z.int().positive()

export const optionView = z.object({
  id,
  label: z.string(),
  aspect: z.string().optional(),
  stance: z.enum(stances).optional(),
})

export const questionView = z.object({
  id,
  kind: z.enum(questionKinds),
  prompt: z.string(),
  required: z.boolean(),
  /** Each reader is shown the options in an order of their own; results have the order asked. */
  randomised: z.boolean().optional(),
  options: z.array(optionView),
})

export const surveyView = z
  .object({
    slug: z.string(),
    title: z.string(),
    summary: z.string(),
    language: z.enum(['fr', 'en']),
    source: z.object({
      name: z.string(),
      url: z.string().optional(),
      publishedOn: z.string().optional(),
    }),
    status: z.enum(statuses),
    /** Increases when the wording of an open survey is changed; results are of one version. */
    version: z.int().positive(),
    resultsVisibility: z.enum(resultsVisibilities),
    opensAt: z.iso.datetime().optional(),
    closesAt: z.iso.datetime().optional(),
    questions: z.array(questionView),
    /**
     * While it is open, figures show first at `from` ballots and after every `every` new ones; absent where each ballot
     * shows at once.
     */
    figures: z.object({ from: z.int(), every: z.int() }).optional(),
  })
  .meta({ id: 'Survey' })

export const surveyList = z.object({ surveys: z.array(surveyView) }).meta({ id: 'SurveyList' })

/** A question on the desk: its choices one a line (lib/surveys/rules/editing.ts). */
export const editableQuestion = z.strictObject({
  kind: z.enum(questionKinds),
  prompt: z.string().max(PROMPT_LENGTH),
  required: z.boolean(),
  lines: z.array(z.string().max(LABEL_LENGTH)).max(MAX_OPTIONS),
  abstain: z.boolean(),
  randomised: z.boolean().optional(),
})

export const moderationModes = ['before', 'after', 'first_only'] as const

/** The slug of a consultation, as an argument. */
export const slugInput = z.string().max(SLUG_LENGTH)
/** The number of a draft's revision, as an argument. */
export const revisionInput = z.int32()

/** What an editor writes of a consultation. The checks on saving distinguish empty texts from wrong ones. */
export const draftInput = z.strictObject({
  slug: z.string().max(SLUG_LENGTH),
  title: z.string().max(TITLE_LENGTH),
  sourceName: z.string().max(SOURCE_NAME_LENGTH),
  sourceUrl: z.string().max(URL_LENGTH),
  publishedOn: z.string().max(DATE_LENGTH),
  summary: z.string().max(SUMMARY_LENGTH),
  language: z.enum(['fr', 'en']),
  resultsVisibility: z.enum(resultsVisibilities),
  moderationMode: z.enum(moderationModes),
  questions: z.array(editableQuestion).max(MAX_QUESTIONS),
})

export type Draft = z.infer<typeof draftInput>
export type EditableQuestion = z.infer<typeof editableQuestion>
export type QuestionInput = z.input<typeof questionInput>
export type OptionInput = z.input<typeof optionInput>

export const optionInput = z.strictObject({
  label: z.string().trim().min(1).max(LABEL_LENGTH),
  aspect: z.string().trim().min(1).max(LABEL_LENGTH).optional(),
  stance: z.enum(stances).optional(),
})

export const questionInput = z.strictObject({
  kind: z.enum(questionKinds),
  prompt: z.string().trim().min(1).max(PROMPT_LENGTH),
  required: z.boolean().default(false),
  randomised: z.boolean().optional(),
  options: z.array(optionInput).max(MAX_OPTIONS).default([]),
})

export const surveyInput = z.strictObject({
  slug: z.string().max(SLUG_LENGTH).regex(SLUG),
  article: articleInput,
  resultsVisibility: z.enum(resultsVisibilities).default('after_vote'),
  moderationMode: z.enum(moderationModes).default('before'),
  opensAt: z.date().optional(),
  closesAt: z.date().optional(),
  questions: z.array(questionInput).min(1).max(MAX_QUESTIONS),
})

export type SurveyView = z.infer<typeof surveyView>
export type QuestionView = z.infer<typeof questionView>
export type OptionView = z.infer<typeof optionView>
export type SurveyInput = z.input<typeof surveyInput>
export type SurveyStatus = (typeof statuses)[number]
