import { z } from 'zod'
import { articleInput } from '../articles/schema'

export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/
export const SLUG_LENGTH = 100
/** More than this is not a closing question any more but a questionnaire: readers on a phone leave. */
export const MOST_QUESTIONS = 20
export const MOST_OPTIONS = 30
/** Every aspect doubles the joint picture: beyond four (16 combinations) nobody can read it. */
export const MOST_ASPECTS = 4
export const PROMPT_LENGTH = 500
export const LABEL_LENGTH = 200

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
    resultsVisibility: z.enum(resultsVisibilities),
    opensAt: z.iso.datetime().optional(),
    closesAt: z.iso.datetime().optional(),
    questions: z.array(questionView),
  })
  .meta({ id: 'Survey' })

export const surveyList = z.object({ surveys: z.array(surveyView) }).meta({ id: 'SurveyList' })

export const optionInput = z.strictObject({
  label: z.string().trim().min(1).max(LABEL_LENGTH),
  aspect: z.string().trim().min(1).max(LABEL_LENGTH).optional(),
  stance: z.enum(stances).optional(),
})

export const questionInput = z.strictObject({
  kind: z.enum(questionKinds),
  prompt: z.string().trim().min(1).max(PROMPT_LENGTH),
  required: z.boolean().default(false),
  options: z.array(optionInput).max(MOST_OPTIONS).default([]),
})

export const surveyInput = z.strictObject({
  slug: z.string().max(SLUG_LENGTH).regex(SLUG),
  article: articleInput,
  resultsVisibility: z.enum(resultsVisibilities).default('after_vote'),
  opensAt: z.date().optional(),
  closesAt: z.date().optional(),
  questions: z.array(questionInput).min(1).max(MOST_QUESTIONS),
})

export type SurveyView = z.infer<typeof surveyView>
export type QuestionView = z.infer<typeof questionView>
export type OptionView = z.infer<typeof optionView>
export type SurveyInput = z.input<typeof surveyInput>
export type SurveyStatus = (typeof statuses)[number]
