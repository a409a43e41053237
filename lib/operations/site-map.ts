import type { Role } from '../staff/rules/roles'

/**
 * Every page with an address of its own that readers may open, with its title's key. The order is that of the site map.
 */
export const READER_PAGES = [
  ['/', 'home.title'],
  ['/recu', 'receipt.findTitle'],
  ['/verification', 'verification.title'],
  ['/charte', 'charter.title'],
  ['/transparence', 'transparency.title'],
  ['/signalements', 'reports.statusTitle'],
  ['/vie-privee', 'privacy.title'],
  ['/accessibilite', 'accessibility.title'],
] as const

/** The pages of the staff, each with the role that it requires. */
export const STAFF_PAGES = [
  ['/moderation', 'moderation.title', 'moderator'],
  ['/moderation/integrite', 'integrity.title', 'moderator'],
  ['/redaction', 'desk.title', 'editor'],
  ['/redaction/nouveau', 'desk.bringIn.title', 'editor'],
  ['/redaction/flux', 'desk.feeds.title', 'editor'],
  ['/administration', 'administration.title', 'admin'],
  ['/administration/charte', 'charter.editTitle', 'admin'],
  ['/administration/mots', 'words.title', 'admin'],
  ['/administration/apparence', 'appearance.title', 'admin'],
  ['/administration/compte', 'administration.accountTitle', 'moderator'],
  ['/administration/compte/second-facteur', 'administration.factorSetUp', 'moderator'],
  ['/administration/compte/jetons', 'tokens.title', 'editor'],
] as const satisfies [string, string, Role][]
