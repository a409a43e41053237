import type { SurveyRecord } from '../../lib/surveys/queries/public'
import type { Server } from './processes'

/** What the requests to a consultation need of it. */
export type Consultation = Pick<SurveyRecord, 'id' | 'view'>
/** A server of Avis with a consultation on a database of its own. */
export type Site = { server: Server; survey: Consultation; url: string; secret: string }
