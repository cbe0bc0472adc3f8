// The same calls against our local Slack and against another project's: they agree, or the table says who is right.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { METHODS } from '../../sandbox/api/method-table.ts'
import { KNOWN_DIFFERENCES, knownOf, OURS_ALONE } from './contract-differences.ts'
import { type Answer, type Side, startOurs, startTheirs } from './contract-sides.ts'
import { type Memory, STEPS, type Step } from './contract-steps.ts'
import { differences, shapeOf } from './key-sets.ts'

const nameOf = ({ method, about }: Step) => `${method}: ${about}`
const found = new Map<string, string[]>()
let ours: { side: Side; memory: Memory }
let theirs: { side: Side; memory: Memory }

beforeAll(async () => {
  ours = { side: await startOurs(), memory: {} }
  theirs = { side: await startTheirs(), memory: {} }
})

afterAll(async () => {
  await ours.side.stop()
  await theirs.side.stop()
  const same = [...found.values()].filter((list) => list.length === 0).length
  const count = (right: string) => KNOWN_DIFFERENCES.filter((one) => one.right === right).length
  console.log(
    `contract: ${found.size} calls compared, ${same} agree, ${found.size - same} differ; of ${KNOWN_DIFFERENCES.length} known differences ours is right in ${count('ours')}, theirs in ${count('theirs')}, both in ${count('both')}, unclear are ${count('unclear')}`,
  )
})

describe('every call', () => {
  test.each(STEPS.map((step) => [nameOf(step), step] as const))('%s', async (name, step) => {
    const [mine, other] = [await take(ours, step), await take(theirs, step)]
    const list =
      outcomeOf(mine) === outcomeOf(other)
        ? differences(shapeOf(mine), shapeOf(other))
        : [`= ${outcomeOf(mine)}, not ${outcomeOf(other)}`]
    found.set(name, list)
    expect(list).toEqual(knownOf(name))
  })
})

async function take({ side, memory }: { side: Side; memory: Memory }, step: Step): Promise<Answer> {
  const args = await step.args(memory, side)
  const answer = await side.call(step.method, args, step.token === undefined ? 'rich' : step.token)
  if (answer.ok) Object.assign(memory, step.keep?.(answer))
  return answer
}

const outcomeOf = (answer: Answer): string => (answer.ok ? 'ok' : answer.error)

test('the table names only calls that are made', () => {
  const names = STEPS.map(nameOf)
  expect(new Set(names).size).toBe(names.length)
  for (const { calls } of KNOWN_DIFFERENCES)
    for (const call of Object.keys(calls)) expect(names).toContain(call)
})

test('each method that both play is called; the others are listed', async () => {
  const called = new Set(STEPS.map(({ method }) => method))
  const alone = Object.keys(METHODS).filter((method) => !called.has(method))
  expect(alone.sort()).toEqual([...OURS_ALONE].sort())
  for (const method of OURS_ALONE)
    expect([method, (await theirs.side.call(method, {})).error]).toEqual([method, 'HTTP 404'])
})
