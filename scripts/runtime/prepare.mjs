// The program of the process that prepares a start (prepare.ts).
import { runTypeScript } from './run-typescript.mjs'

await runTypeScript('./prepare.ts')
