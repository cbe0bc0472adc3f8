// Our table of limits equals Slack's as others wrote it down: every name, every number, both ways.
import { expect, test } from 'vitest'
import { limits, moreLimits } from '../../src/slack/limits.ts'
import { flatten, readOracle, snakeCase } from './oracle.ts'

const inOurWords = (table: object) =>
  Object.fromEntries(Object.entries(flatten(table)).map(([name, value]) => [snakeCase(name), value]))

const theirs = flatten(readOracle('block-kit/spec/limits.json'))

test.each(Object.entries(theirs))('%s is %d', (name, value) => {
  expect(inOurWords(limits)[name]).toBe(value)
})

test('we name no limit that they do not, except in the table of extras', () => {
  expect(Object.keys(inOurWords(limits)).filter((name) => !(name in theirs))).toEqual([])
  expect(Object.keys(inOurWords(moreLimits)).filter((name) => name in theirs)).toEqual([])
})
