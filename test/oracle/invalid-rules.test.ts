// For each recorded rule the checker refuses a violating payload, with the path and rule name, and accepts one just within the limit.
import { expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { checkView } from '../../sandbox/checker/view.ts'
import { CASES, type Payload } from './invalid-cases.ts'
import { flatten, readOracle } from './oracle.ts'

interface Recorded {
  id: string
  constraint: string
}

const recorded: Recorded[] = readOracle('block-kit/spec/fixtures/invalid/manifest.json').cases
/** The one limit that a rule speaks of in words only: "more than 100 rows". */
const numbers = {
  ...flatten(readOracle('block-kit/spec/limits.json')),
  'table.rows.max_items': 100,
} as Record<string, number>

const problemsOf = (payload: Payload) => ('view' in payload ? checkView(payload.view) : checkMessage(payload))

/** The last number that a limit allows, and the first that it does not. */
function edge(constraint: string): { allowed: number; refused: number } {
  const limit = numbers[constraint]!
  if (constraint.endsWith('exclusive_min')) return { allowed: limit + 1, refused: limit }
  return /min(_\w+)?$/.test(constraint)
    ? { allowed: limit, refused: limit - 1 }
    : { allowed: limit, refused: limit + 1 }
}

test('every recorded rule has a case here, and every case a rule', () => {
  expect(Object.keys(CASES).sort()).toEqual(recorded.map(({ id }) => id).sort())
})

test.each(recorded)('$id', ({ id, constraint }) => {
  const breaking = CASES[id]
  if (!breaking) throw new Error(`No payload is built for the rule ${id}.`)
  const { at } = breaking
  const [good, bad] =
    'build' in breaking
      ? [breaking.build(edge(constraint).allowed), breaking.build(edge(constraint).refused)]
      : [breaking.good, breaking.bad]

  expect(problemsOf(good)).toEqual([])
  expect(problemsOf(bad)).toContainEqual(expect.objectContaining({ rule: constraint, pointer: at }))
})
