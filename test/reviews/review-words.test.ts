// Which period the words of `/kpi review` stand for when no other is named: the last month, or the last quarter.
import { expect, test } from 'vitest'
import { reviews } from '../../src/reviews/feature.ts'
import { usualPeriod } from '../../src/reviews/slack/command-words.ts'
import { parseCommand } from '../../src/slack/command-line.ts'

/** What the command is given of a line. */
const read = (line: string) => {
  const words = reviews.commands!.map(({ word, aliases, telling = [] }) => ({
    word,
    names: aliases,
    telling,
  }))
  const parsed = parseCommand(line, words)
  return parsed.ok ? usualPeriod(parsed.rest) : null
}

test.each([
  ['review', 'month', ''],
  ['monthly review north', 'month', 'north'],
  ['复盘', 'month', ''],
  ['月報', 'month', ''],
  ['quarterly review', 'quarter', ''],
  ['Quarterly-Report north', 'quarter', 'north'],
  ['QBR', 'quarter', ''],
  ['qbr last month', 'quarter', 'last month'],
  ['季度复盘', 'quarter', ''],
  ['季度復盤上季', 'quarter', '上季'],
  ['季报', 'quarter', ''],
  ['季報 華東', 'quarter', '華東'],
  ['review last quarter', 'month', 'last quarter'],
] as const)('%s', (line, usual, typed) => {
  expect(read(line)).toEqual({ usual, typed })
})
