import localFont from 'next/font/local'

/** The serif of all that is read. Until it has come its stand-in takes the same room: no line moves when it does. */
export const sourceSerif = localFont({
  src: [
    {
      path: '../node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2',
      weight: '400',
    },
    {
      path: '../node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2',
      weight: '600',
    },
  ],
  variable: '--font-source-serif',
  adjustFontFallback: 'Times New Roman',
})
