import { NO_HEAD } from './chain'

const line = (...parts: string[]) => `sha256(convert_to(${parts.join(` || ' ' || `)}, 'UTF8'))`
const hex = (bytes: string) => `encode(${bytes}, 'hex')`

/** Computes `leafText` of lib/ballots/rules/chain.ts, hashed, in SQL; the arguments are SQL too. */
export const leafSql = (receiptHash: string, revision: string, cells: string) =>
  line(hex(receiptHash), revision, `array_to_string(${cells}, ' ')`)

type Parts = Record<'previous' | 'seq' | 'at' | 'kind' | 'digest', string>

/** Computes `headText`, the same way. */
export const headSql = ({ previous, seq, at, kind, digest }: Parts) =>
  line(hex(previous), seq, `to_char(${at} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"')`, kind, hex(digest))

export const NO_HEAD_SQL = `'\\x${NO_HEAD}'::bytea`
