import { z } from 'zod'

/** What a bundle holds, and what each file of it must be. */
export const manifest = z.object({
  /** Version of what Avis writes into files; the first bundles do not say. */
  format: z.string().optional(),
  slug: z.string(),
  at: z.string(),
  /** Of the public results at that moment. */
  hash: z.string(),
  /** What the tables hold beyond what readers see. */
  allTexts: z.boolean(),
  setAside: z.boolean(),
  files: z.array(z.object({ name: z.string(), rows: z.int(), bytes: z.int(), sha256: z.string() })),
})
export type Manifest = z.infer<typeof manifest>
