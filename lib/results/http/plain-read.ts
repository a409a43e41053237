import type { IncomingMessage } from 'node:http'
import { NodeExchange } from '../../platform/http/exchange'
import { hasOldNames } from '../../readers/cookies'

/** Headers that announce a body, a token or another protocol. A request with one of them is left to the router. */
const UNUSUAL = ['authorization', 'content-length', 'transfer-encoding', 'expect', 'upgrade']

/** Returns whether a request reads what is the same for everybody, and carries nothing that needs more. */
export const isPlainRead = ({ method, headers }: IncomingMessage) =>
  method === 'GET' &&
  UNUSUAL.every((name) => headers[name] === undefined) &&
  !hasOldNames(new NodeExchange(headers))
