/** The time zone of editors and readers; the database keeps UTC. */
export const ZONE = 'Europe/Paris'
