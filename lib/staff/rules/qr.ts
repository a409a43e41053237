import { encode } from 'uqr'

/** A square of modules and its outline as an SVG path, one unit per module. The quiet zone is part of it. */
export type Qr = { size: number; path: string }

/** Modules of white around the code, as ISO/IEC 18004 asks. */
const QUIET = 4

/** Returns `text` as a QR code. */
export function qrOf(text: string): Qr {
  const { data, size } = encode(text, { border: QUIET })
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('')
  return { size, path }
}
