/** The maximum of the load generator, with a server that does nothing: a measurement near it measures the generator. */
import { createServer } from 'node:http'

const ANSWER = JSON.stringify({ receipt: '00000-00000-00000-00000', results: null })

createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': ANSWER.length })
    response.end(ANSWER)
  })
}).listen(Number(process.env.PORT), '127.0.0.1')
