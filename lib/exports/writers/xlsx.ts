import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { openDeflated } from './deflated'
import { digestOf } from './output'
import { rowsInto } from './row-bytes'
import type { Writer } from './row-writer'
import { sheetLike } from './sheet'
import { joinWorkbook, writeFrame, writeSample } from './workbook'

/**
 * Writes a workbook with the rows on its first sheet and the codebook on its second. The library writes all of it but
 * the rows, which are like a sample that it wrote. They are deflated as they come and put into the workbook at the end.
 */
export const xlsx: Writer = async (file, head) => {
  const folder = `${file}.files`
  const place = (name: string) => path.join(folder, name)
  const [rows, sample, frame] = [place('rows'), place('sample.xlsx'), place('frame.xlsx')]
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder)
  const sheet = sheetLike(await writeSample(sample, head), head.columns)
  const output = await openDeflated(rows)
  await output.write(sheet.before)
  const lines = rowsInto(output, sheet.rowText)
  return {
    write: lines.write,
    end: async () => {
      await lines.flush()
      await output.write(sheet.after)
      const content = await output.end()
      await writeFrame(frame, head)
      await joinWorkbook(rows, content, { sample, frame }, file)
      await rm(folder, { recursive: true })
      return digestOf(file)
    },
    close: async () => {
      await output.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
