/** Returns the address of a logo, whose content never changes. */
export const logoAddress = (id: string) => `/api/v1/logo/${id}.png`

/** Returns the address of the style sheet of that name (css/style-sheet.ts). */
export const sheetAddress = (name: string) => `/api/v1/look/${name}`
