// What the local Slack sends has the keys, and the kinds of values, of what Slack really sent to somebody else's app.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { differences, shapeOf } from './key-sets.ts'
import { abridgedKeys, KNOWN_DIFFERENCES, knownOf } from './replay-differences.ts'
import { type Driver, startDriver } from './replay-drive.ts'
import { type Recording, recordings } from './replay-recordings.ts'

const all = recordings()
const found = new Map<string, string[]>()
let driver: Driver

beforeAll(async () => {
  driver = await startDriver()
})

afterAll(async () => {
  await driver.stop()
  const same = [...found.values()].filter((list) => list.length === 0).length
  const keys = [...found.values()].flat().length
  console.log(
    `replay: ${found.size} recorded payloads compared, ${same} agree in every key, ${found.size - same} differ in ${keys} keys that the table explains`,
  )
})

describe.each([...new Set(all.map(({ kind }) => kind))])('%s', (kind) => {
  test.each(all.filter((one) => one.kind === kind).map((one) => [one.name, one] as const))(
    '%s',
    async (name, recording) => {
      const list = differences(shapeOf(await driver.drive(recording)), shapeOf(recording.payload))
      found.set(name, list)
      expect(list).toEqual(knownOf(name))
    },
  )
})

test('the recordings are all there, and the table names none besides', () => {
  const names = all.map(({ name }) => name)
  expect(names.length).toBeGreaterThan(30)
  for (const { found } of KNOWN_DIFFERENCES)
    for (const name of Object.keys(found)) expect(names).toContain(name)
})

/** An event and an event, an action and an action, whatever happened and whatever was pressed. */
const envelopeOf = ({ payload }: Recording) => payload.type

test.each(all.filter(({ name }) => abridgedKeys(name).length > 0).map((one) => [one.name, one] as const))(
  'what %s lacks is in other recordings',
  (name, recording) => {
    const others = all.filter((one) => one !== recording && envelopeOf(one) === envelopeOf(recording))
    const keys = new Set(others.flatMap(({ payload }) => [...shapeOf(payload).keys()]))
    expect(abridgedKeys(name).filter((key) => !keys.has(key))).toEqual([])
  },
)
