/** Whether tests run at full size: `npm run test:all`. */
export const whole = process.env.AVIS_TESTS === 'all'

/** Returns the size that `npm test` has time for, or the size that `npm run test:all` takes. */
export const extent = <Size>(smoke: Size, all: Size): Size => (whole ? all : smoke)
