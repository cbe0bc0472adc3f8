// What a report's draft is told: the author's lines that the report's fields do not have already, each deal named once.
import { expect, test } from 'vitest'
import { draftSheet } from '../../src/ai/slack/draft-text.ts'
import { BOT } from '../../src/app/features.ts'
import type { ReportForm } from '../../src/checkins/reports/flows/open-report.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import { presetMetric } from '../../src/numbers/domain/presets.ts'

const deal = { customer: 'Havel Optics', metric: presetMetric('newRevenue', 'EUR')!, amount: 590_000 }
const known = {
  ...{ done: ['Visit Hengxin'], open: ['Offer for Nordlicht'], blockers: ['No price list'], wins: [deal] },
  ...{ saidDid: null, milestones: null },
}
const sections = ['results', 'plan', 'challenges'].map((key) => ({ key, text: null, prefill: key }))
const form = { day: { member: { userId: 'UANN' }, definition: { sections } }, known, targets: [] }
const linesWith = (typed: string, locale: (typeof LOCALES)[number]) =>
  draftSheet(form as unknown as ReportForm, typed, BOT.translator(locale)).sheet.facts.map(({ text }) => text)

test('a deal is said to be won once, with its customer and amount', () => {
  expect(linesWith('', 'en')[0]).toBe('won: “Havel Optics · New revenue €5,900”')
  expect(linesWith('', 'zh-CN')[0]).toBe('成交：“Havel Optics · 新签金额 €5,900”')
})

test.each(LOCALES)('%s: what the fields have is not told again, what the author took out is', (locale) => {
  const [won, done, open, blocked] = linesWith('', locale)
  const typed = 'Won: Havel Optics · New revenue €5,900\nVisit Hengxin\nNo price list yet'
  expect(linesWith(typed, 'en')).toEqual([linesWith('', 'en')[2]])
  expect(linesWith('Visit Hengxin', locale)).toEqual([won, open, blocked])
  expect(linesWith('', locale)).toEqual([won, done, open, blocked])
})
