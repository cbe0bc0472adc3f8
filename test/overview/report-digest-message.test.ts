// What a report's digest and its windows say, in every language: parts that add up, within Slack's limits with fifty people and any text.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import { draftedAs } from '../../src/checkins/reports/domain/drafted.ts'
import { definitionOf } from '../../src/checkins/reports/domain/report-kind.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import { periodOf } from '../../src/numbers/domain/period.ts'
import { DEFAULT_REPORT } from '../../src/org/domain/team.ts'
import { largestParts, weekStandings } from '../../src/overview/domain/contributions.ts'
import type { ReportDigest } from '../../src/overview/domain/report-digest.ts'
import type { ReadableReport, TeamReports } from '../../src/overview/flows/read-reports.ts'
import { figuresView } from '../../src/overview/slack/digest-figures-view.ts'
import { renderReportDigest } from '../../src/overview/slack/report-digest.ts'
import {
  askBackView,
  reportCommentView,
  reportsView,
  reportView,
} from '../../src/overview/slack/reports-view.ts'
import { degrade } from '../../src/slack/degrade.ts'
import type { TeamProgress } from '../../src/targets/domain/team-progress.ts'
import { CALLS, COST, REVENUE, sampleTarget } from '../targets/samples.ts'

const date = Temporal.PlainDate.from('2026-03-06')
const HOSTILE = '<!channel> *b* & <https://evil.example|x>\u202e`'
const METRICS = [CALLS, REVENUE, COST]

/** `gaps`: of each person, what they reached and were to reach, by metric. */
function weekOf(people: readonly { target: number; actual: number }[], nobodys: number): TeamProgress {
  const sum = (of: 'target' | 'actual') => people.reduce((total, one) => total + one[of], 0)
  return {
    ...{ period: periodOf('week', date, 1), on: date, compared: null },
    people: people.map(({ target, actual }, index) => ({
      member: {
        ...{
          workspaceId: 'T1',
          memberId: `M${index}`,
          teamId: 't',
          userId: `U${index}`,
          role: 'hunter' as const,
        },
        ...{ joinedOn: date.subtract({ days: 99 }), leftOn: null },
      },
      metrics: METRICS.map((metric) => ({
        ...{ metric, actual, change: { now: null, before: null } },
        progress: {
          ...sampleTarget({ metric, target, actual }).progress,
          ...{ expected: target, counted: actual },
        },
      })),
    })),
    team: METRICS.map((metric) => ({
      ...{ metric, actual: sum('actual'), change: { now: null, before: null } },
      target: {
        ...{ target: sum('target') + nobodys, unassigned: nobodys, pace: 0.5 },
        ...{ expected: sum('target') + nobodys, counted: sum('actual') },
        attainment: 0.4,
      },
    })),
  }
}

const value = fc.double({ min: 0, max: 5e7, noNaN: true })

test('where everybody is named, nothing is left for others, whatever is rounded', () => {
  const people = fc.array(fc.record({ target: value, actual: fc.nat(5e7) }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(people, (own) => {
      for (const one of weekStandings(weekOf(own, 0))) expect(one.others).toBe(0)
    }),
  )
})

test('the largest parts are shown, up or down, those first that moved it in its direction', () => {
  const week = weekOf(
    [-120, -51, 3, 24, 120].map((gap) => ({ target: 200, actual: 200 + gap })),
    0,
  )
  const [calls] = weekStandings(week)
  const { shown, rest } = largestParts(calls!, 3)
  expect(shown.map(({ gap }) => gap)).toEqual([-120, -51, 120])
  expect(rest).toBe(27)
})

test('the parts that are shown, and what is left, are the whole gap, whatever is rounded', () => {
  const people = fc.array(fc.record({ target: value, actual: fc.nat(5e7) }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(people, value, fc.nat(12), (own, nobodys, most) => {
      for (const one of weekStandings(weekOf(own, nobodys))) {
        const { shown, rest } = largestParts(one, most)
        expect(shown.reduce((sum, { gap }) => sum + gap, rest)).toBe(one.gap)
        expect(Number.isInteger(one.gap) && shown.every(({ gap }) => Number.isInteger(gap))).toBe(true)
        const money = one.metric.unit === 'money' && Math.abs(one.gap) >= 10_000
        if (money) expect(Math.abs(rest % 100)).toBe(0)
      }
    }),
  )
})

test('what is behind comes first, with whoever is furthest short on top; fewer costs are ahead', () => {
  const week = weekOf(
    [
      { target: 100, actual: 60 },
      { target: 100, actual: 95 },
      { target: 50, actual: 55 },
    ],
    10,
  )
  const [calls, , cost] = ['calls', 'newRevenue', 'campaignCost'].map(
    (key) => weekStandings(week).find(({ metric }) => metric.key === key)!,
  )
  expect(calls).toMatchObject({ gap: -50, ahead: false, others: -10 })
  expect(calls!.parts.map(({ gap }) => gap)).toEqual([-40, -5, 5])
  expect(cost).toMatchObject({ ahead: true })
})

test('a day whose numbers are not in is held against nobody', () => {
  const whole = weekOf(
    [
      { target: 50, actual: 40 },
      { target: 50, actual: 40 },
    ],
    0,
  )
  const people = whole.people.map(({ member, metrics }) => ({
    member,
    metrics: metrics.map((one) => ({ ...one, progress: { ...one.progress!, expected: 40 } })),
  }))
  const team = whole.team.map((one) => ({ ...one, target: { ...one.target!, expected: 80 + 1e-9 } }))
  for (const standing of weekStandings({ ...whole, people, team }))
    expect(standing).toMatchObject({
      actual: 80,
      target: 100,
      ahead: true,
      complete: false,
      gap: 0,
      parts: [],
    })
})

const definition = definitionOf('weekly', {
  ...DEFAULT_REPORT,
  questions: [1, 2, 3].map((n) => ({ key: `own-${n}`, text: HOSTILE.repeat(3) })),
})
const until = Temporal.Instant.from('2026-03-09T17:00:00Z')
const request = {
  ...{ actionId: 'A', reference: 'weekly:2026-03-06:M:1', text: HOSTILE.repeat(7), ownerUserId: 'U1' },
  ...{ dueOn: date, state: 'open' as const, name: HOSTILE.repeat(3), overdue: true },
}
const digestOf = (count: number): ReportDigest => {
  const week = weekOf(
    Array.from({ length: count }, (_, n) => ({ target: 1e9, actual: n * 1e7 })),
    5,
  )
  const names = Array.from({ length: count }, () => HOSTILE.repeat(3))
  return {
    ...{ teamId: crypto.randomUUID(), name: 'weekly', date, definition, zone: 'Europe/Berlin' },
    ...{
      team: { teamName: HOSTILE.repeat(4), channelId: 'C1', managerUserId: 'U1' },
    },
    ...{ later: count, uncounted: [null, date].map((day) => ({ until: day, names })) },
    ...{ expected: count * 2, answered: count, reports: count, unread: count, ownMissing: true },
    missing: Array.from({ length: count }, (_, n) => ({
      ...{ name: HOSTILE.repeat(3), nudge: (['can', 'done', 'no'] as const)[n % 3]! },
    })),
    closesAt: null,
    week: weekStandings(week),
    month: METRICS.map((metric) => ({ metric, actual: 40, target: 100, attainment: 0.4, pace: 0.8 })),
    nameOf: Object.fromEntries(week.people.map(({ member }) => [member.userId, HOSTILE.repeat(3)])),
    support: Array.from({ length: count }, () => request),
    saidDid: { done: 18, planned: 24 },
    questions: Array.from({ length: count }, (_, n) => ({
      ...{
        memberId: `M${n}`,
        name: HOSTILE,
        askedBy: n % 2 === 0 ? 'U1' : null,
        until,
        reply: HOSTILE.repeat(20),
      },
      state: (['open', 'answered', 'over'] as const)[n % 3]!,
    })),
  }
}
const reportsOf = (count: number): TeamReports => {
  const row = {
    ...{ userId: 'U2', name: HOSTILE.repeat(3), nextDay: date.add({ days: 3 }) },
    asked: {
      askedBy: 'U1',
      question: HOSTILE.repeat(20),
      state: 'answered' as const,
      ...{ until, untilDay: date },
      reply: HOSTILE.repeat(20),
    },
  }
  return {
    ...{ teamId: crypto.randomUUID(), name: 'weekly', date, definition, zone: 'Europe/Berlin' },
    reports: Array.from(
      { length: count },
      (): ReadableReport => ({
        ...{ ...row, memberId: crypto.randomUUID(), revision: 2, late: true, state: 'changed' },
        sections: Object.fromEntries(definition.sections.map(({ key }) => [key, HOSTILE.repeat(60)])),
        drafted: definition.sections.map(({ key }) => key),
        ...{ numbers: METRICS.map((metric) => ({ metric, value: 5e9 })), numbersDate: date },
        support: Array.from({ length: 5 }, () => request),
        comments: [true, false, false].map((own) => ({ byUserId: 'U1', own, text: HOSTILE.repeat(20) })),
      }),
    ),
    missing: Array.from({ length: count }, () => ({ ...row, memberId: crypto.randomUUID() })),
  }
}

describe.each(LOCALES)('%s', (locale) => {
  const t = BOT.translator(locale)

  test.each([0, 1, 50])('a digest of %i people is valid, in words as well', (count) => {
    const message = renderReportDigest(
      { kind: 'report-digest', digest: digestOf(count), managerUserId: 'U1' },
      t,
    )
    expect(message.text).not.toMatch(/<!channel>|<https|undefined|NaN/)
    for (let form: ReturnType<typeof degrade> = message; form; form = degrade(form))
      expect(checkMessage({ ...form })).toEqual([])
    expect(checkView(figuresView(digestOf(count), t))).toEqual([])
    // The essentials: three numbers, three requests, a few names.
    expect(message.text.split('\n').length).toBeLessThan(26)
  })

  test('before the close it says until when, and asks all who are missing with one press', () => {
    const digest = { ...digestOf(7), closesAt: Temporal.Instant.from('2026-03-06T17:00:00Z') }
    const open = renderReportDigest({ kind: 'report-digest', digest, managerUserId: 'U1' }, t)
    expect(checkMessage({ ...open })).toEqual([])
    expect(open.text).toMatch(
      locale === 'en' ? /7 of 14 in so far, closes at 6:00\sPM/ : /7\/14，(?:下午6|18):00 截止/,
    )
    expect(open.text.split('\n').filter((line) => line.startsWith(':hourglass'))).toHaveLength(3)
    expect(JSON.stringify(open.blocks).match(/report\.nudge/g)).toHaveLength(1)
    const nobody = { ...digest, missing: digest.missing.filter(({ nudge }) => nudge !== 'can') }
    const none = renderReportDigest({ kind: 'report-digest', digest: nobody, managerUserId: 'U1' }, t)
    expect(JSON.stringify(none.blocks)).not.toContain('report.nudge')
  })

  test('so is every window of it', () => {
    const all = reportsOf(70)
    const [one] = all.reports
    const views = [
      ...[reportsView(all, t), reportsView(reportsOf(0), t), reportView(all, one!, t)],
      ...[reportCommentView(all, one!, t), askBackView(all, one!, t)],
      askBackView(all, { ...one!, asked: { ...one!.asked!, state: 'open' } }, t),
    ]
    for (const view of views) expect(checkView(view)).toEqual([])
    const mark = {
      en: '(drafted by a language model)',
      'zh-CN': '（由语言模型起草）',
      'zh-TW': '（由語言模型起草）',
    }
    expect(JSON.stringify(reportView(all, one!, t))).toContain(mark[locale])
    expect(JSON.stringify(reportView(all, { ...one!, drafted: [] }, t))).not.toContain(mark[locale])
    const partly = { ...one!, drafted: one!.drafted.map((key) => draftedAs(key, 'partly')) }
    const part = { en: '(partly drafted', 'zh-CN': '（部分内容由', 'zh-TW': '（部分內容由' }
    expect(JSON.stringify(reportView(all, partly, t))).toContain(part[locale])
    expect(JSON.stringify(reportView(all, partly, t))).not.toContain(mark[locale])
    // The forms name people in plain text.
    for (const view of views.slice(0, 3))
      expect(JSON.stringify(view)).not.toMatch(/<!channel>|<https|undefined|NaN/)
  })
})
