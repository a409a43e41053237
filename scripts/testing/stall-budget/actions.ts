/** The input of each server action, so that tests can send as much of it as Next permits. */
import * as appearance from '../../../lib/appearance/actions'
import * as articles from '../../../lib/articles/actions'
import * as ballots from '../../../lib/ballots/actions'
import * as comments from '../../../lib/comments/actions'
import * as exports from '../../../lib/exports/actions'
import type { FormState } from '../../../lib/platform/http/form-state'
import * as staff from '../../../lib/staff/actions'
import type { Role } from '../../../lib/staff/rules/roles'
import * as surveys from '../../../lib/surveys/actions'
import type { SurveyRecord } from '../../../lib/surveys/queries/public'

const MODULES = { appearance, articles, ballots, comments, exports, staff, surveys }

/** Returns the existing actions, as «module name»; its actions.ts exports nothing else. */
export const actionNames = () =>
  Object.entries(MODULES).flatMap(([module, actions]) =>
    Object.keys(actions).map((name) => `${module} ${name}`),
  )

type Action = (...given: unknown[]) => Promise<unknown>
/** Returns the same with the actions themselves, to be called with anything. */
export const everyAction = () =>
  Object.entries(MODULES).flatMap(([module, actions]) =>
    Object.entries(actions).map(([name, action]) => [`${module} ${name}`, action as Action] as const),
  )

type Entry = {
  as: Role
  /** The fields of its form, and other values without which it is not read. */
  fields: string[]
  beside?: Record<string, string>
  call: (form: FormData) => Promise<unknown>
}

const state: FormState = { errors: [], typed: {} }
/** Some actions accept values and no form: as much as a field would hold. */
const only = (form: FormData) => String(form.get('value') ?? '')

/** Returns the inputs by module and name. An action without an entry fails the test. */
export const actionEntries = ({ view }: SurveyRecord): Record<string, Entry> => {
  const { slug } = view
  type Stated = (state: FormState, form: FormData) => Promise<unknown>
  type Bare = (state: undefined, form: FormData) => Promise<unknown>
  const stated = (as: Role, call: Stated, fields: string[], beside = {}): Entry => ({
    as,
    fields,
    beside,
    call: (form) => call(state, form),
  })
  const bare = (as: Role, call: Bare, fields: string[], beside = {}): Entry => ({
    as,
    fields,
    beside,
    call: (form) => call(undefined, form),
  })
  const valued = (as: Role, call: (value: string) => Promise<unknown>): Entry => ({
    as,
    fields: ['value'],
    call: (form) => call(only(form)),
  })
  const colours = { accent: '#123456', accentDark: '#abcdef', basedOn: '0' }
  const question = { kind: 'single', required: false, abstain: false }
  const draft = (value: string) => ({
    ...{ slug, title: value, sourceName: value, sourceUrl: value, publishedOn: '2026', summary: value },
    ...{ language: 'fr', resultsVisibility: 'always', moderationMode: 'before' },
    questions: [{ ...question, prompt: value, lines: value.split('\n') }],
  })
  return {
    'appearance saveAppearanceAction': stated(
      'admin',
      appearance.saveAppearanceAction,
      ['name', 'accent', 'accentDark'],
      colours,
    ),
    'appearance saveLogoAction': stated('admin', appearance.saveLogoAction, ['logo', 'basedOn']),
    'appearance removeLogoAction': stated('admin', appearance.removeLogoAction, ['basedOn']),
    'articles readPage': valued('editor', articles.readPage),
    'ballots decideQuarantineAction': bare(
      'moderator',
      ballots.decideQuarantineAction,
      ['note', 'survey', 'id'],
      { id: '1', act: 'set_aside' },
    ),
    'ballots inspectAction': bare('moderator', ballots.inspectAction, ['survey']),
    'ballots setAutomaticAction': bare('admin', ballots.setAutomaticAction, ['survey', 'rule'], {
      rule: 'burst',
      says: 'no',
    }),
    'comments saveCharterAction': stated('admin', comments.saveCharterAction, ['text'], { basedOn: '0' }),
    'comments saveWordsAction': stated('admin', comments.saveWordsAction, ['words'], { kind: 'banned' }),
    'exports startExportAction': stated(
      'editor',
      (before, form) => exports.startExportAction(slug, before, form),
      ['format', 'table', 'from', 'version'],
    ),
    'exports cancelExportAction': bare(
      'editor',
      (before, form) => exports.cancelExportAction(slug, before, form),
      ['job'],
    ),
    'staff inviteAction': stated('admin', staff.inviteAction, ['name', 'email'], {
      ...{ name: 'Nom', email: 'a@journal.example', role: 'editor' },
    }),
    'staff resetAction': stated('admin', staff.resetAction, ['id']),
    'staff changeRoleAction': bare('admin', staff.changeRoleAction, ['id', 'role'], {
      id: '999999',
      role: 'editor',
    }),
    'staff disableAction': bare('admin', staff.disableAction, ['id']),
    'staff enableAction': bare('admin', staff.enableAction, ['id']),
    'staff requireTotpAction': bare('admin', staff.requireTotpAction, ['id']),
    'staff spendLinkAction': stated('editor', staff.spendLinkAction, ['token', 'name', 'email', 'password']),
    'staff changePasswordAction': stated('editor', staff.changePasswordAction, ['old', 'chosen'], {
      old: 'quatre mots sans rapport',
    }),
    'staff confirmTotpAction': stated('editor', staff.confirmTotpAction, ['seal', 'code']),
    'staff removeTotpAction': stated('editor', staff.removeTotpAction, ['password']),
    'staff endSessionAction': bare('editor', staff.endSessionAction, ['id']),
    'staff signOutEverywhereAction': {
      as: 'moderator',
      fields: [],
      call: () => staff.signOutEverywhereAction(),
    },
    'staff createTokenAction': stated('editor', staff.createTokenAction, ['name', 'scopes', 'days'], {
      ...{ name: 'essai', scopes: 'exports:read', days: '30' },
    }),
    'staff revokeTokenAction': bare('editor', staff.revokeTokenAction, ['id']),
    'staff revokeTokensAction': { as: 'editor', fields: [], call: () => staff.revokeTokensAction() },
    'surveys bringInArticle': {
      as: 'editor',
      fields: ['text', 'title', 'sourceName', 'sourceUrl', 'publishedOn'],
      beside: { text: 'Un texte. Êtes-vous pour ?' },
      call: surveys.bringInArticle,
    },
    'surveys saveSurvey': valued('editor', (value) => surveys.saveSurvey(slug, 1, draft(value), undefined)),
    'surveys saveQuestionWords': stated(
      'editor',
      (before, form) => surveys.saveQuestionWords(slug, before, form),
      ['words.questions.0.prompt', 'words.questions.0.lines'],
      { revision: '1' },
    ),
    'surveys publish': {
      as: 'editor',
      fields: ['opensAt', 'closesAt'],
      call: (form) => surveys.publish(slug, 1, form),
    },
    'surveys changeClosing': {
      as: 'editor',
      fields: ['closesAt'],
      call: (form) => surveys.changeClosing(slug, 1, form),
    },
    'surveys moveSurvey': valued('editor', (value) => surveys.moveSurvey(value, 1, 'archive')),
    'surveys watchFeed': valued('editor', surveys.watchFeed),
    'surveys retryFeedAction': valued('editor', (value) => surveys.retryFeedAction(Number(value))),
    'surveys unwatchFeed': valued('editor', (value) => surveys.unwatchFeed(Number(value))),
  }
}
