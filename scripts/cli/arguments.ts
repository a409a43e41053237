import { type COMMANDS, misuse, type Name, readArguments } from './commands.mjs'

type Options<N extends Name> = (typeof COMMANDS)[N] extends { options: infer O }
  ? { [K in keyof O]?: O[K] extends { type: 'boolean' } ? boolean : string }
  : Record<never, never>

/**
 * Returns the arguments of the command `name`: words and options, by the table of commands. `misuse` ends the process
 * with a sentence, the command's usage, and the code 2.
 */
export function commandArguments<N extends Name>(name: N) {
  const { positionals, values } = readArguments(name, process.argv.slice(2))
  return {
    words: positionals,
    options: values as Options<N>,
    misuse: (sentence: string) => misuse(name, sentence),
  }
}
