import { oncePerProcess } from '../runtime/per-process'

/** What a page needs to look like the site when only a few words can be rendered. */
export type Theme = {
  siteName: string
  /** The site's colours as CSS custom properties, in both colour schemes. */
  style: string
}

/** The theme until the appearance is read for the first time. */
const UNSET: Theme = { siteName: 'Avis', style: '' }

const held = () => oncePerProcess('theme', () => ({ theme: UNSET }))

/** Returns the theme of this process: the same object until it changes. */
export const theme = (): Theme => held().theme

/** Sets the theme of this process. The appearance calls it whenever a read returns something new. */
export function setTheme(changed: Theme): void {
  held().theme = changed
}
