/**
 * Avis's own colours, by purpose. They are those of app/globals.css. They serve calculations, and what that style sheet
 * does not reach (a frame, a bare page, a picture). A test keeps both the same.
 */
export const TOKENS = {
  light: {
    paper: '#fdfcf9',
    raised: '#ffffff',
    ink: '#1c1a17',
    muted: '#5d574d',
    rule: '#d8d2c6',
    field: '#8a8276',
    track: '#ece7dc',
    accent: '#8f1d2c',
    onAccent: '#ffffff',
    accentSoft: '#f7ebe9',
  },
  dark: {
    paper: '#171614',
    raised: '#201e1b',
    ink: '#f0ece4',
    muted: '#b3ab9d',
    rule: '#3b3832',
    field: '#8f877a',
    track: '#322f2a',
    accent: '#f2a39b',
    onAccent: '#2a0d0c',
    accentSoft: '#33211f',
  },
} as const

/** The colour schemes of the site. */
export const SCHEMES = ['light', 'dark'] as const
/** One of the colour schemes. */
export type Scheme = (typeof SCHEMES)[number]
/** The name of a colour in TOKENS. */
export type Token = keyof (typeof TOKENS)['light']

/** Every name of a colour. */
export const TOKEN_NAMES = Object.keys(TOKENS.light) as Token[]

/** Returns the name of a token in style sheets. */
export const propertyOf = (token: Token) =>
  `--${token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
