// Of the eighteen failures that other alerting systems had, each has a test here that begins with its number and says it in words.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const FAILURES = 18
/** The name of a test, or of a table of tests. */
const NUMBERED = /^(?:test\(| {2})'(\d+): \S/gm

test('each of the eighteen failures is the number of a test', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.test.ts'))
  const numbers = files.flatMap((name) =>
    [...readFileSync(`${import.meta.dirname}/${name}`, 'utf8').matchAll(NUMBERED)].map(([, number]) =>
      Number(number),
    ),
  )
  expect([...new Set(numbers)].sort((one, other) => one - other)).toEqual(
    Array.from({ length: FAILURES }, (_, index) => index + 1),
  )
})
