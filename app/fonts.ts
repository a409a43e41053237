import localFont from 'next/font/local'

/**
 * The serif of all running text. Until it has loaded, its fallback takes the same space: no line moves when it arrives.
 */
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
