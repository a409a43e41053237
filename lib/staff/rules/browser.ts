const BROWSERS: [RegExp, string][] = [
  [/\bEdg(?:A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrom(?:e|ium)\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const SYSTEMS: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
]
const found = (list: [RegExp, string][], text: string) => list.find(([sign]) => sign.test(text))?.[1]

/** Returns the common name of the browser behind a User-Agent: «Firefox, Windows»; undefined when no name is known. */
export function browserName(userAgent: string): string | undefined {
  const parts = [found(BROWSERS, userAgent), found(SYSTEMS, userAgent)].filter(Boolean)
  return parts.length ? parts.join(', ') : undefined
}
