// What reports say, in every language: within Slack's limits at any length, with nothing that somebody wrote read as markup.
import { describe, expect, test } from 'vitest'
import { checkMessage } from '../../../sandbox/checker/message.ts'
import { BOT } from '../../../src/app/features.ts'
import type {
  ReportCardFacts,
  ReportSummaryFacts,
} from '../../../src/checkins/reports/domain/message-facts.ts'
import { definitionOf } from '../../../src/checkins/reports/domain/report-kind.ts'
import type { SupportRequest } from '../../../src/checkins/reports/domain/support.ts'
import { renderReportCard, renderReportReminder } from '../../../src/checkins/reports/slack/report-card.ts'
import { renderReportQuestion } from '../../../src/checkins/reports/slack/report-question.ts'
import { renderReportSummary } from '../../../src/checkins/reports/slack/report-summary.ts'
import { LOCALES } from '../../../src/core/i18n/locale.ts'
import { DEFAULT_REPORT } from '../../../src/org/domain/team.ts'
import { renderReportOffer } from '../../../src/setup/slack/report-offer.ts'

const HOSTILE = '<!channel> *bold* & `code` '
const long = (length: number) => HOSTILE.repeat(Math.ceil(length / HOSTILE.length)).slice(0, length)
const date = Temporal.PlainDate.from('2026-03-06')
const questions = [1, 2, 3].map((one) => ({ key: `own-${one}`, text: long(150) }))
const definition = definitionOf('weekly', { ...DEFAULT_REPORT, questions })
const sections = Object.fromEntries(definition.sections.map(({ key }) => [key, long(2000)]))
const request = (state: SupportRequest['state']): SupportRequest => ({
  ...{ actionId: 'A', reference: 'weekly:2026-03-06:M:1', text: long(300), ownerUserId: 'U1' },
  ...{ dueOn: date.add({ days: 5 }), state },
})
const common = {
  ...{ teamId: 'T', teamName: long(80), channelId: 'C1', managerUserId: 'U1', definition, date },
  ...{ closeAt: Temporal.Instant.from('2026-03-06T17:00:00Z'), zone: 'Europe/Berlin' },
}
const lines = Array.from({ length: 40 }, () => long(300))
const card = (phase: ReportCardFacts['phase']): ReportCardFacts => ({
  ...{ kind: 'report-card', ...common, phase, snoozedUntil: common.closeAt },
  receipt: {
    ...{ late: true, sections, numbers: [], numbersDate: null, editable: true },
    ...{ reopenedUntil: common.closeAt, read: { byUserId: 'U1', changed: true } },
    support: Array.from({ length: 5 }, () => request('open')),
  },
  known: {
    ...{
      done: lines,
      open: lines,
      blockers: lines,
      saidDid: { done: 3, planned: 9 },
      milestones: { done: 3, total: 5, percent: 60 },
      targets: [],
    },
    support: Array.from({ length: 9 }, () => request('open')),
    wins: [{ customer: long(100), metric: null, amount: 5 }],
  },
})
const summary = (people: number, more: Partial<ReportSummaryFacts> = {}): ReportSummaryFacts => ({
  ...{
    kind: 'report-summary',
    teamName: long(80),
    definition,
    names: 'all',
    date,
    closed: true,
    revised: null,
  },
  expected: people * 2,
  answers: Array.from({ length: people }, () => ({ name: long(80), late: true, sections, drafted: [] })),
  support: Array.from({ length: people }, (_, n) => ({
    ...{ ...request(n % 2 === 0 ? 'open' : 'done'), name: long(80) },
  })),
  away: Array.from({ length: people }, () => long(80)),
  missing: Array.from({ length: people }, () => long(80)),
  ...more,
})

describe.each(LOCALES)('in %s', (locale) => {
  const t = BOT.translator(locale)
  test.each(['open', 'answered', 'over', 'gone', 'replaced'] as const)('a question back: %s', (phase) => {
    const said = { question: long(1000), reply: long(1000), until: common.closeAt, byUserId: 'U1' }
    const message = renderReportQuestion({ kind: 'report-question', ...common, phase, ...said }, t)
    expect(checkMessage(message)).toEqual([])
    expect(JSON.stringify(message)).not.toContain('<!channel>')
  })

  test.each(['prompt', 'receipt', 'missed', 'over', 'excused'] as const)('the card: %s', (phase) => {
    const message = renderReportCard(card(phase), t)
    expect(checkMessage(message)).toEqual([])
    expect(JSON.stringify(message)).not.toContain('<!channel>')
  })

  test.each(['open', 'answered', 'closed', 'excused'] as const)('the reminder: %s', (phase) => {
    expect(checkMessage(renderReportReminder({ ...common, kind: 'report-reminder', phase }, t))).toEqual([])
  })

  test.each([0, 1, 25, 26, 300])('the summary of %i people', (people) => {
    const message = renderReportSummary(summary(people), t)
    expect(checkMessage(message)).toEqual([])
    expect(message.text).not.toContain('<!channel>')
  })

  test('a team that shows no names shows counts alone', () => {
    const { text } = renderReportSummary(summary(3, { names: 'none', teamName: 'North' }), t)
    expect(text).not.toContain('bold')
  })

  test('what a manager is told once', () => {
    const offer = renderReportOffer({ kind: 'report-offer', teamName: long(80), channelId: 'C1' }, t)
    expect(checkMessage(offer)).toEqual([])
  })
})
