import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { api } from '../../lib/server/api'

type Node = { [name: string]: unknown }
type Answers = Record<string, { content?: Record<string, object> }>
type Operation = { security?: unknown; requestBody?: { content: Record<string, object> }; responses: Answers }
type Document = { paths: Record<string, Record<string, Operation>> }

const NAME = 'api.json'
/** Escapes a part of a JSON pointer in an address. */
const escaped = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))

/** Closes every object of `node` that does not mention further properties: anything undescribed is a fault here. */
function closeObjects(node: unknown) {
  if (typeof node !== 'object' || node === null) return
  const schema = node as Node
  if (schema.type === 'object' && schema.properties && schema.additionalProperties === undefined)
    schema.additionalProperties = false
  for (const part of Object.values(schema)) closeObjects(part)
}

export type Described = Operation & { route: string; method: string; path: string }

/** The document of the API, against which responses are checked. */
export class ApiDocument {
  readonly operations: Described[]

  private constructor(
    private readonly ajv: Ajv2020,
    document: Document,
  ) {
    this.operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([name, operation]) => {
        const method = name.toUpperCase()
        return { ...operation, route: `${method} ${path}`, method, path }
      }),
    )
  }

  static async read(): Promise<ApiDocument> {
    const document = await (await api.request('/api/v1/openapi.json')).json()
    closeObjects(document)
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    addFormats.default(ajv)
    ajv.addSchema(document, NAME)
    return new ApiDocument(ajv, document)
  }

  /** Returns where `answer` differs from the document: in its status, its media type and its body. */
  async faultsOf({ method, path, responses }: Described, answer: Response): Promise<string[]> {
    const described = responses[answer.status]
    if (!described) return [`status ${answer.status}: ${(await answer.text()).slice(0, 300)}`]
    const media = answer.headers.get('content-type')?.split(';')[0]
    if (!described.content || media === undefined) {
      const body = await answer.text()
      return described.content || body ? [`media type ${media}, ${body.length} characters`] : []
    }
    if (!(media in described.content)) return [`media type ${media}`]
    if (!media.endsWith('json')) {
      await answer.body?.cancel()
      return []
    }
    const at = [
      'paths',
      path,
      method.toLowerCase(),
      'responses',
      String(answer.status),
      'content',
      media,
      'schema',
    ]
    const check = this.ajv.compile({ $ref: `${NAME}#/${at.map(escaped).join('/')}` })
    const body = await answer.json()
    if (check(body)) return []
    const faults = (check.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    )
    return [`${faults.join('; ')} in ${JSON.stringify(body).slice(0, 400)}`]
  }
}
