/** How the comment of an archive begins that ends in the SHA-256 of everything before it. */
export const CHECKSUM_LABEL = 'SHA-256 '
/** A SHA-256 in hexadecimal. */
export const CHECKSUM_BYTES = 64
