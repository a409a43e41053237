/** The words before the first alternative, and how the alternatives depend on them. */
export interface Frame {
  length: number
  /** `judge`: a subject stands between the verb and the adjective («trouvez-vous la mesure juste»). */
  kind: 'be' | 'judge' | 'do' | 'none'
  /** Whether the verb of the question is in the frame: its object follows. */
  acts?: boolean
}
