const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}
/** Control characters have no place in XML at all. */
const CONTROL = /[^\P{Cc}\t\n\r]/gu

/** `text` as it stands in XML and in HTML. */
export const escaped = (text: string) =>
  text.replace(CONTROL, '').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')
