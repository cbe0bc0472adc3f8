// What the Postgres driver leaves behind is cleared away while it is young: its functions do not count as there for good.
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { makesManyFunctions, withYoungFunctions } from '../../src/young-functions.js'

const DRIVER = new URL('../../node_modules/postgres/src/', import.meta.url)
const source = (name: string) => readFileSync(new URL(name, DRIVER), 'utf8')
const young = (text: string) => text.match(/= youngFunction = /g)?.length ?? 0

test('the driver still makes them the way that costs: two for each query, two for each transaction', () => {
  expect(makesManyFunctions(new URL('query.js', DRIVER).href)).toBe(true)
  expect(young(withYoungFunctions(source('query.js')))).toBeGreaterThanOrEqual(2)
  expect(young(withYoungFunctions(source('index.js')))).toBeGreaterThanOrEqual(2)
})

test('only what follows a property and is a function is touched', () => {
  const others = 'a.b = c\nd.e = f(x => x)\nconst g = x => x\nif (h.i == (() => 1)) j.k += 1\n'
  expect(withYoungFunctions(others)).toBe(`${others}\nvar youngFunction\n`)
  expect(young(withYoungFunctions('a.b = x => x\nc.d = async ({ e }) => e\nf.g = () => 1'))).toBe(3)
})

/** How much 2,000 queries, each of them done before the next, add to the old bytes once the young garbage is cleared away. */
const MEASURE = `
  const { Query } = await import('${new URL('query.js', DRIVER)}')
  const { getHeapSpaceStatistics } = await import('node:v8')
  const oldBytes = async () => {
    // What survives twice is old.
    for (const type of ['minor', 'minor']) await gc({ type, execution: 'async' })
    return getHeapSpaceStatistics().find(({ space_name }) => space_name === 'old_space').space_used_size
  }
  const queries = async () => {
    for (let i = 0; i < 2000; i += 1)
      await new Query(['select 1'], ['x'], (query) => setImmediate(() => query.resolve([i])), () => {})
  }
  await queries()
  const before = await oldBytes()
  await queries()
  console.log((await oldBytes()) - before)`

async function oldBytesOf(...options: string[]): Promise<number> {
  // Room for all of it: nothing is collected but when asked for.
  const room = ['--min-semi-space-size=64', '--max-semi-space-size=64', '--no-allocation-site-pretenuring']
  const measure = ['--expose-gc', '--input-type=module', '--eval', MEASURE]
  const { stdout } = await promisify(execFile)(process.execPath, [...room, ...options, ...measure])
  return Number(stdout)
}

test('with it next to nothing of a query becomes old', async () => {
  const preload = ['--import', new URL('../../src/preload.js', import.meta.url).href]
  const [without, withIt] = [await oldBytesOf(), await oldBytesOf(...preload)]
  expect(without).toBeGreaterThan(500_000)
  expect(withIt).toBeLessThan(without / 10)
})
