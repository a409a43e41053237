/** The address of a logo: its content never changes. */
export const logoAddress = (id: string) => `/api/v1/logo/${id}.png`

/** The address of the style sheet of that name (css/style-sheet.ts). */
export const sheetAddress = (name: string) => `/api/v1/look/${name}`
