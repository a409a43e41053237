import { shorten } from '../rules/shorten'

/** Collects bytes in the order they are written; grows as needed, and is used again once they were taken. */
export class Bytes {
  private buffer = Buffer.allocUnsafe(64 * 1024)
  private length = 0

  private room(size: number) {
    if (this.length + size > this.buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.length + size))
      this.buffer.copy(larger, 0, 0, this.length)
      this.buffer = larger
    }
    this.length += size
    return this.length - size
  }

  int32(...values: number[]) {
    for (const value of values) {
      const at = this.room(4)
      this.buffer.writeInt32LE(value, at)
    }
  }

  double(...values: number[]) {
    for (const value of values) {
      const at = this.room(8)
      this.buffer.writeDoubleLE(value, at)
    }
  }

  raw(bytes: Uint8Array, from = 0, to = bytes.length) {
    const at = this.room(to - from)
    this.buffer.set(bytes.subarray(from, to), at)
  }

  fill(byte: number, count: number) {
    const at = this.room(count)
    this.buffer.fill(byte, at, at + count)
  }

  /** Writes `value` in exactly `size` bytes: spaces after it, or shortened. */
  text(value: string, size: number, pad = 0x20) {
    const bytes = Buffer.from(shorten(value, size))
    this.raw(bytes)
    this.fill(pad, size - bytes.length)
  }

  /** Everything written since the last time; valid until more is written. */
  take(): Buffer {
    const taken = this.buffer.subarray(0, this.length)
    this.length = 0
    return taken
  }
}
