/** What Linux's /proc says of processes; nothing on other systems. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** The unit of processor times in /proc. */
const TICKS_PER_SECOND = 100

export type Process = {
  pid: number
  parent: number
  name: string
  /** Processor seconds of its own, and of children that have ended. */
  own: number
  ended: number
}

/** Parses a line of /proc/PID/stat; the name in brackets may contain spaces and brackets. */
export function processOf(line: string): Process {
  const [from, to] = [line.indexOf('('), line.lastIndexOf(')')]
  const fields = line.slice(to + 2).split(' ')
  const seconds = (at: number) => (Number(fields[at]) + Number(fields[at + 1])) / TICKS_PER_SECOND
  return {
    pid: Number(line.slice(0, from)),
    name: line.slice(from + 1, to),
    parent: Number(fields[1]),
    own: seconds(11),
    ended: seconds(13),
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** Returns every process that runs now. */
export function processes(): Process[] {
  return (existsSync('/proc') ? readdirSync('/proc') : []).flatMap((name) => {
    const line = /^\d+$/.test(name) ? read(`/proc/${name}/stat`) : undefined
    return line ? [processOf(line)] : []
  })
}

/** Returns those of `all` that are one of `roots` or descend from one. */
export function treeOf(all: Process[], roots: number[]): Process[] {
  const ours = new Set(roots)
  for (let before = -1; before < ours.size; ) {
    before = ours.size
    for (const { pid, parent } of all) if (ours.has(parent)) ours.add(pid)
  }
  return all.filter(({ pid }) => ours.has(pid))
}

/**
 * Returns the processor seconds of a process and its children, ended ones included; undefined where there is no /proc.
 */
export function processorSeconds(pid: number): number | undefined {
  const tree = treeOf(processes(), [pid])
  if (!tree.some((one) => one.pid === pid)) return undefined
  return tree.reduce((sum, { own, ended }) => sum + own + ended, 0)
}

/** Returns processor seconds of the machine that were not idle; what the machine's host took away counts too. */
export function busySeconds(): number | undefined {
  const line = read('/proc/stat')?.split('\n')[0]
  if (!line) return undefined
  const [user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0, steal = 0] = line
    .split(/\s+/)
    .slice(1)
    .map(Number)
  return (user + nice + system + irq + softIrq + steal) / TICKS_PER_SECOND
}

/** Returns the resident memory of a process in megabytes; undefined where there is no /proc. */
export function residentMegabytes(pid: number): number | undefined {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`) ?? '')?.[1]
  return kilobytes ? Number(kilobytes) / 1024 : undefined
}
