import { BIAS } from './dictionary'

const CODE = { asItIs: 253, spaces: 254, missing: 255 }
const SMALLEST = 1 - BIAS
const LARGEST = 251 - BIAS
const SPACE = 0x20
const GROUP = 8
const ELEMENT = 8
const FIRST_BYTES = 64 * 1024
/** One is filled, one is being written, and one waits: what was taken is free once the next but one is. */
const BUFFERS = 3

/**
 * Collects the compressed data of a system file: a byte for every eight, and the eight themselves after each eighth such
 * byte where they are not told by it. Nothing is allocated for what is collected.
 */
export class Compressed {
  private readonly buffers = Array.from({ length: BUFFERS }, () => new Uint8Array(FIRST_BYTES))
  private turn = 0
  private bytes = this.buffers[0] as Uint8Array
  private view = viewOf(this.bytes)
  private length = 0
  /** Where the last group of codes is, and how many it has. */
  private group = 0
  private codes = GROUP

  /** Bytes that wait to be taken. */
  get size() {
    return this.length
  }

  /** Adds a number; undefined is a missing one. */
  number(value: number | undefined) {
    if (value === undefined) return this.code(CODE.missing)
    if (Number.isInteger(value) && value >= SMALLEST && value <= LARGEST) return this.code(value + BIAS)
    this.code(CODE.asItIs)
    this.room(ELEMENT)
    this.view.setFloat64(this.length, value, true)
    this.length += ELEMENT
  }

  /** Adds the bytes from `from` to `to`, with spaces after them to a multiple of eight. */
  text(text: Uint8Array, from: number, to: number) {
    for (let start = from; start < to; start += ELEMENT) {
      this.code(CODE.asItIs)
      this.room(ELEMENT)
      // So few bytes are copied sooner one by one than by a call.
      for (let at = start; at < start + ELEMENT; at++)
        this.bytes[this.length++] = at < to ? (text[at] as number) : SPACE
    }
  }

  /** Adds so many times eight spaces. */
  spaces(times: number) {
    let left = times
    for (; left > 0 && this.codes < GROUP; left--) this.code(CODE.spaces)
    const whole = left - (left % GROUP)
    if (whole) {
      this.room(whole)
      this.bytes.fill(CODE.spaces, this.length, this.length + whole)
      this.length += whole
    }
    for (left -= whole; left > 0; left--) this.code(CODE.spaces)
  }

  /** Returns what is complete so far: all but the last group of codes. Valid until the next but one is taken. */
  take(): Buffer {
    const end = this.codes === GROUP ? this.length : this.group
    const taken = Buffer.from(this.bytes.buffer, 0, end)
    const begun = this.bytes.subarray(end, this.length)
    this.turn = (this.turn + 1) % BUFFERS
    this.use(this.buffers[this.turn] as Uint8Array)
    this.length = 0
    this.room(begun.length)
    this.bytes.set(begun)
    this.length = begun.length
    this.group = 0
    return taken
  }

  /** Returns the rest: codes of 0 say nothing. */
  end(): Buffer {
    while (this.codes < GROUP) this.code(0)
    return this.take()
  }

  private code(code: number) {
    if (this.codes === GROUP) {
      this.room(GROUP)
      this.group = this.length
      this.length += GROUP
      this.codes = 0
    }
    this.bytes[this.group + this.codes++] = code
  }

  private room(size: number) {
    if (this.length + size <= this.bytes.length) return
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + size))
    larger.set(this.bytes.subarray(0, this.length))
    this.buffers[this.turn] = larger
    this.use(larger)
  }

  private use(bytes: Uint8Array) {
    this.bytes = bytes
    this.view = viewOf(bytes)
  }
}

const viewOf = ({ buffer }: Uint8Array) => new DataView(buffer)
