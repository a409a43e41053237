/** The routes that the API's document leaves out, by method and pattern, and why. */
export const UNDOCUMENTED: Record<string, string> = {
  'GET /healthz': 'for what supervises the process (docs/operations.md)',
  'GET /readyz': 'asked by load balancers and operators (docs/operations.md)',
  'GET /metrics': 'text for Prometheus, with its own token (docs/operations.md)',
  'GET /embed/:slug': 'a page, for a frame on a publisher’s site',
  'GET /api/v1/look/:sheet': 'a style sheet that pages name by its content',
  'GET /api/v1/logo/:file': 'a picture that pages name by its content',
  'GET /api/v1/openapi.json': 'the document itself',
}
