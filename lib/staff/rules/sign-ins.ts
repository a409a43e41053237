/** Half a year of sign-ins: what CNIL advises at least for logs that are to explain a break-in. */
export const SIGN_INS_DAYS = 180
