import { expect, it } from 'vitest'
import { RouteNames } from './route-names'

const names = new RouteNames([
  '/',
  '/api/v1/surveys',
  '/api/v1/surveys/:slug/ballot',
  '/consultations/[slug]/resultats/[seq]',
  '/consultations/[slug]',
  '/api/auth/[...nextauth]',
  '/_next/*',
])

it.each([
  ['/', '/'],
  ['/?code=K7Q2M', '/'],
  ['/api/v1/surveys', '/api/v1/surveys'],
  ['/api/v1/surveys/tramway/ballot?x=1', '/api/v1/surveys/:slug/ballot'],
  ['/consultations/tramway', '/consultations/[slug]'],
  ['/consultations/tramway/resultats/12-v2', '/consultations/[slug]/resultats/[seq]'],
  ['/api/auth/callback/oidc', '/api/auth/[...nextauth]'],
  ['/_next/static/chunks/a.js', '/_next/*'],
  ['/consultations/tramway/autre', 'other'],
  ['/wp-login.php', 'other'],
])('%s is of %s', (url, name) => expect(names.nameOf(url)).toBe(name))
