// What an admin reads under /kpi privacy of the model's costs: the months as a table and in words, with money where prices are set.
import { expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import type { MonthUsage } from '../../src/ai/db/requests.ts'
import { monthBefore } from '../../src/ai/domain/usage.ts'
import type { PrivacyView } from '../../src/ai/flows/show-privacy.ts'
import { writtenMessage } from '../../src/ai/slack/answer-message.ts'
import { privacyMessage } from '../../src/ai/slack/privacy-command.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'

const used = (month: string, purpose: MonthUsage['purpose'], input: number, output: number): MonthUsage => ({
  ...{ workspaceId: 'T1', month, purpose, requests: 1, inputTokens: input, outputTokens: output },
})
const MONTHS = [
  ...[used('2026-11', 'answer', 2_000_000, 100_000), used('2026-11', 'draft', 1000, 200)],
  used('2026-10', 'answer', 900, 100),
]
const view = (costs: PrivacyView['costs']): PrivacyView => ({
  ...{ isSetUp: true, isOff: false, offIn: 'none', requests: [], first: true, next: null, teams: [], costs },
})
const PRICES = { input: 0.5, output: 2 }
const rowsIn = ({ blocks }: ReturnType<typeof privacyMessage>) =>
  (blocks as { type: string; rows?: { text: string }[][] }[]).flatMap(({ type, rows }) =>
    type === 'table' ? rows!.map((cells) => cells.map(({ text }) => text)) : [],
  )

test.each([
  ['2026-12-31T12:00:00Z', '2026-01'],
  ['2026-03-30T12:00:00Z', '2025-04'],
  ['2028-02-29T12:00:00Z', '2027-03'],
])('of twelve months that end with the one of %s the first is %s', (at, first) => {
  expect(monthBefore(Temporal.Instant.from(at), 11)).toBe(first)
})

test('a month is one row, whatever it was used for, and less than a cent is not nothing', () => {
  const t = BOT.translator('en')
  const shown = privacyMessage(view({ months: MONTHS, monthlyTokens: 5e6, prices: PRICES }), 'UTC', t)
  expect(rowsIn(shown)).toEqual([
    ['Month', 'Requests', 'Tokens', 'Cost'],
    ['November 2026', '2', '2,101,200', '$1.20'],
    ['October 2026', '1', '1,000', '< $0.01'],
  ])
  expect(shown.text).toContain('November 2026 · requests: 2, tokens: 2,101,200, $1.20')
  expect(shown.text).toContain('At most 5,000,000 tokens a month.')
})

test('without prices there is no column of money; without use no table', () => {
  const t = BOT.translator('zh-CN')
  const plain = privacyMessage(view({ months: MONTHS, monthlyTokens: 5e6, prices: null }), 'UTC', t)
  expect(rowsIn(plain)[1]).toEqual(['2026年11月', '2', '2,101,200'])
  const unused = privacyMessage(view({ months: [], monthlyTokens: null, prices: null }), 'UTC', t)
  expect(rowsIn(unused)).toEqual([])
  expect(JSON.stringify(unused.blocks)).toContain('最近十二个月没有用量。')
})

test.each(LOCALES)('%s: a year of months stays within what Slack takes', (locale) => {
  const months = Array.from({ length: 12 }, (_, index) =>
    used(`2026-${String(12 - index).padStart(2, '0')}`, 'answer', 1e9, 1e9),
  )
  const costs = { months, monthlyTokens: 1e12, prices: PRICES }
  expect(checkMessage(privacyMessage(view(costs), 'UTC', BOT.translator(locale)))).toEqual([])
})

test.each([
  ['none', 'It is on: it writes'],
  ['some', 'It is on, but off in some of your teams'],
  ['all', 'It is off for you, because your team has switched it off'],
] as const)('what holds for the reader is said: off in %s of their teams', (offIn, said) => {
  const { text } = privacyMessage({ ...view(null), offIn }, 'UTC', BOT.translator('en'))
  expect(text).toContain(said)
})

test('that there is none, and what a team keeps back, are sentences of their own', () => {
  const t = BOT.translator('en')
  const claims = [{ text: 'You have 9 calls.', sources: ['/kpi me'], part: null }]
  const none = [t('ask.noWarnings'), t('ask.notRankedIn', { team: 'North' })]
  const notCovered = [...none, t('ask.teamIsOff')]
  const { text } = writtenMessage({ kind: 'written', claims, notCovered, asked: [] }, {}, t)
  const off = 'A team has switched the language model off.'
  expect(text).toContain(`\nNo warning is open. You are not on the board of North. ${off}\n`)
})
