/** What stands before the first alternative, and how the alternatives hang on it. */
export interface Frame {
  length: number
  /** `judge`: a subject stands between the verb and the adjective («trouvez-vous la mesure juste»). */
  kind: 'be' | 'judge' | 'do' | 'none'
  /** The verb of the question is in the frame: what follows is its object. */
  acts?: boolean
}
