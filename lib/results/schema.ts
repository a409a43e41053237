import { z } from 'zod'
import { SOURCES } from '../readers/rules/sources'

const count = z.int().min(0)

export const questionResults = z.object({
  id: z.int(),
  /** Ballots that answered this question in any way. */
  answered: count,
  options: z.array(z.object({ id: z.int(), count })),
  /** For `aspects`: how often each combination of judgements was given, of those who judged every aspect. */
  joint: z.array(z.object({ optionIds: z.array(z.int()), count })).optional(),
})

export const results = z
  .object({
    slug: z.string(),
    /** The commit that these counts belong to; 0 before the first ballot, and while only `ballots` may be known. */
    seq: count,
    at: z.iso.datetime(),
    /**
     * The head of the chain at `seq`, which nobody can change later undetected. Absent from results without figures,
     * and from those cited before chains existed.
     */
    chain: z.string().optional(),
    /** The version of the survey's questions: counts are of ballots that answer it. */
    version: z.int().positive(),
    ballots: count,
    /** Ballots that answer an earlier version, and are not counted here. */
    earlier: count,
    /** Empty while there are too few ballots for figures (docs/decisions/live-figures.md). */
    questions: z.array(questionResults),
    /** SHA-256 of everything above, in this order, as compact JSON. */
    hash: z.string(),
  })
  .meta({ id: 'Results' })

export const arrivals = [...SOURCES, 'unknown'] as const

/** The context of the figures, of all versions of the questions; never part of the figures' hash. */
export const resultsContext = z
  .object({
    opensAt: z.iso.datetime().optional(),
    closesAt: z.iso.datetime().optional(),
    /** Whether the survey no longer accepted answers. */
    over: z.boolean(),
    /** Openings of the page by browsers that had not answered yet: openings, not people. */
    seen: count,
    /** Begun forms, counted only where a browser ran JavaScript. */
    started: count,
    /** Ballots that count. */
    ballots: count,
    /**
     * The kind of page that led there; `unknown` for ballots whose page did not record it, or that came without one.
     */
    sources: z.array(z.object({ source: z.enum(arrivals), seen: count, ballots: count })),
    /** Ballots that count by when they were first cast, without gaps. */
    course: z.object({
      step: z.enum(['hour', 'day', 'week', 'month']),
      steps: z.array(z.object({ from: z.iso.datetime(), ballots: count })),
    }),
  })
  .meta({ id: 'ResultsContext' })

export const frozenContext = z
  .object({
    /** The hash of the results it was shown beside. */
    results: z.string(),
    title: z.string(),
    source: z.string(),
    ...resultsContext.shape,
    /** SHA-256 of everything above, in this order, as compact JSON. */
    hash: z.string(),
  })
  .meta({ id: 'FrozenContext' })

export type ResultsContext = z.infer<typeof resultsContext>
export type FrozenContext = z.infer<typeof frozenContext>
export type Results = z.infer<typeof results>
export type QuestionResults = z.infer<typeof questionResults>

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** One commit of a survey (lib/ballots/rules/chain.ts defines the hashes). */
export const chainLink = z
  .object({
    seq: z.int().positive(),
    /** To the minute. */
    at: z.string(),
    kind: z.string(),
    /** The hashes of the ballots that changed, 64 hexadecimal characters each, with no space between. */
    leaves: z.string().optional(),
    /** SHA-256 of the leaves' bytes followed by the facts. */
    digest: sha256,
    /** What happened, as JSON, if it is not ballots. */
    facts: z.string().optional(),
    head: sha256,
  })
  .meta({ id: 'ChainLink' })

export const chainPage = z.object({
  links: z.array(chainLink),
  /** The `after` of the next page; null at the end of the chain. */
  next: z.int().nullable(),
})

export type ChainLink = z.infer<typeof chainLink>
export type ChainPage = z.infer<typeof chainPage>
