import { api } from '../../lib/server/api'

type Sent = {
  method?: string
  json?: unknown
  form?: string
  body?: string
  headers?: Record<string, string>
}

/** A reader's browser as the API sees one: it keeps its cookies between requests. */
export class Client {
  readonly cookies = new Map<string, string>()

  async send(path: string, { method, json, form, body, headers = {} }: Sent = {}) {
    const given = json === undefined ? (form ?? body) : JSON.stringify(json)
    const type = form === undefined ? 'application/json' : 'application/x-www-form-urlencoded'
    const response = await api.request(path, {
      method: method ?? (given === undefined ? 'GET' : 'POST'),
      ...(given !== undefined && { body: given }),
      headers: {
        ...(given !== undefined && { 'content-type': type }),
        // A program that sends JSON has no such header; a browser that sends a form does.
        ...(json === undefined && { 'sec-fetch-site': 'same-origin' }),
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...headers,
      },
    })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split(/=(.*)/s) ?? []
      this.cookies.set(name, value)
    }
    return response
  }

  async json(path: string, sent?: Sent) {
    const response = await this.send(path, sent)
    return { status: response.status, body: await response.json() }
  }
}
