// The bot's and the local Slack's tables of limits equal Slack's limits in an independent source.
import { describe, expect, test } from 'vitest'
import { BLOCK_KIT_LIMITS, FURTHER_LIMITS } from '../../sandbox/checker/limit-table.ts'
import { limits, moreLimits } from '../../src/slack/limits.ts'
import { flatten, readOracle, snakeCase } from './oracle.ts'

const byRefusalName = (table: object) =>
  Object.fromEntries(Object.entries(flatten(table)).map(([name, value]) => [snakeCase(name), value]))

const facts = flatten(readOracle('block-kit/spec/limits.json'))

describe.each([
  { whose: "the bot's", table: byRefusalName(limits), further: byRefusalName(moreLimits) },
  { whose: "the local Slack's", table: BLOCK_KIT_LIMITS, further: FURTHER_LIMITS },
])('$whose table', ({ table, further }) => {
  test.each(Object.entries(facts))('%s is %d', (name, value) => {
    expect(table[name]).toBe(value)
  })

  test('names no limit that the facts do not, except among the further ones', () => {
    expect(Object.keys(table).filter((name) => !(name in facts))).toEqual([])
    expect(Object.keys(further).filter((name) => name in facts)).toEqual([])
  })
})

test('where both tables name a further limit, they agree', () => {
  const shared = Object.entries(byRefusalName(moreLimits)).filter(([name]) => name in FURTHER_LIMITS)
  expect(shared.length).toBeGreaterThan(0)
  for (const [name, value] of shared) expect(FURTHER_LIMITS[name]).toBe(value)
})
