/** Whether everything is measured (`npm run test:long`), or as much as `npm test` has time for. */
export const isWhole = () => process.env.AVIS_STALL === 'whole'
