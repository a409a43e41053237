/** The encodings in which pages in European languages are written; a longer list finds exotic ones in short texts. */
const CANDIDATES = ['utf-8', 'windows-1252', 'iso8859-15', 'utf-16-le', 'utf-16-be']
/** The names of the WHATWG's standard. */
const NAMES: Record<string, string> = {
  'iso8859-15': 'ISO-8859-15',
  'utf-16-le': 'UTF-16LE',
  'utf-16-be': 'UTF-16BE',
  'windows-1252': 'windows-1252',
}

/** Resolves to the most likely encoding of a text that declares none; UTF-8 where nothing is likely. */
export async function detectEncoding(sample: Uint8Array): Promise<string> {
  // Loaded on first use: few pages declare nothing, and its tables are large.
  const { detect } = await import('jschardet')
  const { encoding } = detect(sample, { detectEncodings: CANDIDATES })
  return NAMES[encoding?.toLowerCase() ?? ''] ?? 'UTF-8'
}
