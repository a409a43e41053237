#!/usr/bin/env bash
# hyparquet-writer 0.17.0: a table without rows has a footer that arrow-rs refuses.
#
# The list of row groups is empty, and the writer gives its elements the Thrift type 0, which is no type of an element.
# DuckDB and hyparquet read on; arrow-rs (here parquet-wasm 0.8.0) stops. A list of one group with no rows is read by all.
#
# Seen on Node 20.20.2:
#   no group: refused
#   one group of no rows: 0 rows
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund hyparquet-writer@0.17.0 parquet-wasm@0.8.0 apache-arrow@21.2.0
cat > try.js <<'JS'
import { tableFromIPC } from 'apache-arrow'
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import { readParquet } from 'parquet-wasm'

function fileOf(groups) {
  const writer = new ByteWriter()
  const schema = [{ name: 'root', num_children: 1 }, { name: 'n', type: 'INT32', repetition_type: 'OPTIONAL' }]
  const parquet = new ParquetWriter({ writer, schema })
  parquet.row_groups.push(...groups)
  parquet.finish()
  return new Uint8Array(writer.getBuffer())
}

const meta_data = {
  type: 'INT32', encodings: ['PLAIN'], path_in_schema: ['n'], codec: 'UNCOMPRESSED', num_values: 0n,
  total_uncompressed_size: 0n, total_compressed_size: 0n, data_page_offset: 4n,
}
const group = { columns: [{ file_offset: 0n, meta_data }], total_byte_size: 0n, num_rows: 0n }
const read = (file) => {
  try {
    return `${tableFromIPC(readParquet(file).intoIPCStream()).numRows} rows`
  } catch (error) {
    console.error(String(error))
    return 'refused'
  }
}
console.log(`no group: ${read(fileOf([]))}`)
console.log(`one group of no rows: ${read(fileOf([group]))}`)
JS
said=$(node try.js)
echo "$said"
[ "$said" = $'no group: refused\none group of no rows: 0 rows' ] || { echo "changed"; exit 1; }
