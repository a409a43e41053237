/** Whether tests run at full size: `npm run test:all`. */
export const whole = process.env.AVIS_TESTS === 'all'

/** Returns the first size under `npm test`, the second under `npm run test:all`. */
export const extent = <Size>(smoke: Size, all: Size): Size => (whole ? all : smoke)
