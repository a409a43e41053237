/** What the load generator reaches when the server does nothing: if a measurement comes near it, it is the limit. */
import { createServer } from 'node:http'

const ANSWER = JSON.stringify({ receipt: '00000-00000-00000-00000', results: null })

createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': ANSWER.length })
    response.end(ANSWER)
  })
}).listen(Number(process.env.PORT), '127.0.0.1')
