import { z } from 'zod'

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
    /** Grows by one with every commit that moves the tally; 0 before the first ballot. */
    seq: count,
    at: z.iso.datetime(),
    /** The head of the chain at `seq`, which nobody can change later unseen; results cited before there was one lack it. */
    chain: z.string().optional(),
    /** Of the survey's questions: counts are of ballots that answer this version. */
    version: z.int().positive(),
    ballots: count,
    /** Ballots that answer an earlier version, and are not counted here. */
    earlier: count,
    questions: z.array(questionResults),
    /** SHA-256 of everything above, in this order, as compact JSON. */
    hash: z.string(),
  })
  .meta({ id: 'Results' })

export type Results = z.infer<typeof results>
export type QuestionResults = z.infer<typeof questionResults>

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** What was committed to a survey at one time (lib/ballots/rules/chain.ts says how the hashes are made). */
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
    /** What happened, as JSON, where it is not ballots. */
    facts: z.string().optional(),
    head: sha256,
  })
  .meta({ id: 'ChainLink' })

export const chainPage = z.object({
  links: z.array(chainLink),
  /** What to ask for as `after` to read on; null at the end of the chain. */
  next: z.int().nullable(),
})

export type ChainLink = z.infer<typeof chainLink>
export type ChainPage = z.infer<typeof chainPage>
