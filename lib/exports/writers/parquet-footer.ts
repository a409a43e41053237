import type { KeyValue, RowGroup, SchemaElement } from 'hyparquet'
import type { ByteWriter, ParquetWriter } from 'hyparquet-writer'

/** What a file says at its end besides its groups of rows. */
export type FooterHead = { schema: SchemaElement[]; kvMetadata: KeyValue[]; createdBy: string }
type Library = { ByteWriter: typeof ByteWriter; ParquetWriter: typeof ParquetWriter }

/** The four bytes that a file begins and ends with. */
const MAGIC = new TextEncoder().encode('PAR1')
const LENGTH_BYTES = 4
/** Thrift's compact protocol: the first byte of a list of structs, and the size from which a number follows it. */
const [STRUCT, LONG_LIST] = [12, 15]
/** Behind the four bytes that a file begins with. */
const FIRST_OFFSET = 4n

/**
 * Makes the only group of a table without rows. Of itself the library writes a list of no groups whose elements have no
 * type, and arrow-rs refuses that.
 */
const emptyGroup = (schema: SchemaElement[]): RowGroup => ({
  columns: schema
    .filter(({ type }) => type)
    .map(({ name, type = 'BYTE_ARRAY' }) => ({
      file_offset: 0n,
      meta_data: {
        type,
        encodings: ['PLAIN'],
        path_in_schema: [name],
        codec: 'UNCOMPRESSED',
        num_values: 0n,
        total_uncompressed_size: 0n,
        total_compressed_size: 0n,
        data_page_offset: FIRST_OFFSET,
      },
    })),
  total_byte_size: 0n,
  num_rows: 0n,
})

/**
 * Collects the footer of a file group by group. Of itself the library makes all of it in one turn of the event loop: 130 ms
 * for the 400 groups of a million rows. The library makes each part: a footer of one group is one of no group with the bytes
 * of the group in it.
 */
export class ParquetFooter {
  private readonly groups: Uint8Array[] = []
  private readonly empty: RowGroup
  private readonly around: ReturnType<ParquetFooter['aroundGroups']>

  constructor(
    private readonly library: Library,
    private readonly head: FooterHead,
  ) {
    this.empty = emptyGroup(head.schema)
    this.around = this.aroundGroups(0n)
  }

  add(group: RowGroup) {
    const { before, after } = this.around
    const whole = this.bytesOf([group], 0n)
    this.groups.push(whole.slice(before.length + 1, whole.length - after.length))
  }

  /** Returns the parts of the footer of a file with so many rows; a file has one group at least. */
  *parts(rows: bigint): Generator<Uint8Array> {
    if (!this.groups.length) this.add(this.empty)
    const { before, after } = this.aroundGroups(rows)
    let length = 0
    for (const part of [before, this.listOf(this.groups.length), ...this.groups, after]) {
      length += part.length
      yield part
    }
    const end = new DataView(new ArrayBuffer(LENGTH_BYTES))
    end.setUint32(0, length, true)
    yield new Uint8Array(end.buffer)
    yield MAGIC
  }

  /** Returns what is before the list of groups and what is behind it: one of none and one of some begin differently. */
  private aroundGroups(rows: bigint) {
    const [none, one] = [this.bytesOf([], rows), this.bytesOf([this.empty], rows)]
    const at = none.findIndex((byte, index) => byte !== one[index])
    return { before: none.slice(0, at), after: none.slice(at + 1) }
  }

  /** Returns how a list of so many groups begins. */
  private listOf(count: number): Uint8Array {
    if (count < LONG_LIST) return Uint8Array.of((count << 4) | STRUCT)
    const bytes = new this.library.ByteWriter()
    bytes.appendUint8((LONG_LIST << 4) | STRUCT)
    bytes.appendVarInt(count)
    return bytes.getBytes().slice()
  }

  /** Returns the footer that the library writes, without the length and the mark behind it. */
  private bytesOf(groups: RowGroup[], rows: bigint): Uint8Array {
    const writer = new this.library.ByteWriter()
    const file = new this.library.ParquetWriter({ writer, ...this.head })
    file.row_groups = groups
    file.num_rows = rows
    file.finish()
    const bytes = writer.getBytes()
    return bytes.subarray(MAGIC.length, bytes.length - LENGTH_BYTES - MAGIC.length)
  }
}
