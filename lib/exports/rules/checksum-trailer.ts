/** How the comment of an archive begins that ends in the SHA-256 of everything before it. */
export const SEAL_NAME = 'SHA-256 '
/** A SHA-256 in hexadecimal. */
export const SEAL_BYTES = 64
