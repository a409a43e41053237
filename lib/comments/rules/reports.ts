/** Half a year after the answer: as long as a decision can be contested (Digital Services Act, article 20, 1). */
export const REPORTER_DAYS = 180
