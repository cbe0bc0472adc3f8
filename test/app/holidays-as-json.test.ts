// The holidays of all countries are read from JSON by `npm start`: the same data in less memory.
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const folder = dirname(createRequire(import.meta.url).resolve('date-holidays/package.json'))

test('the package still ships the same data both ways', async () => {
  const { data } = await import(join(folder, 'src/data.js'))
  expect(JSON.parse(readFileSync(join(folder, 'data/holidays.json'), 'utf8'))).toEqual(data)
})

/** What the heap grows by, once all that can go is gone, with the holidays of one country worked out. */
const MEASURE = `
  // Of one collection alone up to 0.3 MB may be left.
  const clear = async () => {
    for (let round = 0; round < 3; round += 1) await gc({ type: 'major', execution: 'async' })
  }
  await clear()
  const before = process.memoryUsage().heapUsed
  const { default: Holidays } = await import('date-holidays')
  if (new Holidays('DE').getHolidays(2026).length === 0) throw new Error('Germany works all year.')
  await clear()
  console.log(process.memoryUsage().heapUsed - before)`

async function heapOf(...options: string[]): Promise<number> {
  const measure = ['--expose-gc', '--input-type=module', '--eval', MEASURE]
  const { stdout } = await promisify(execFile)(process.execPath, [...options, ...measure])
  return Number(stdout)
}

test('read so it takes at least a megabyte less', async () => {
  const preload = ['--import', new URL('../../src/preload.js', import.meta.url).href]
  const [without, withIt] = [await heapOf(), await heapOf(...preload)]
  expect(without - withIt).toBeGreaterThan(1024 * 1024)
})
