/**
 * Days that sign-ins are stored, half a year. It is the minimum that CNIL advises for logs that are to explain a
 * break-in.
 */
export const SIGN_INS_DAYS = 180
