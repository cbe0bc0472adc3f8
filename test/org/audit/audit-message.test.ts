// Every kind of change is told in every language, within Slack's limits, with nothing that a typed name could break.

import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkMessage } from '../../../sandbox/checker/message.ts'
import { checkView } from '../../../sandbox/checker/view.ts'
import { BOT } from '../../../src/app/features.ts'
import { LOCALES } from '../../../src/core/i18n/locale.ts'
import type { Metric } from '../../../src/numbers/domain/metrics.ts'
import { presetFor } from '../../../src/numbers/domain/presets.ts'
import type { AuditChanges, AuditEvent } from '../../../src/org/audit/domain/audit-event.ts'
import type { ListedEvent } from '../../../src/org/audit/flows/list-audit.ts'
import { auditMessage } from '../../../src/org/audit/slack/audit-message.ts'
import { messageAsModal } from '../../../src/slack/receivers/receiver.ts'
import type { AuditedRule } from '../../../src/warnings/domain/audit-changes.ts'
import { DEFAULT_PROCEDURE } from '../../../src/warnings/domain/procedure.ts'
import { testSettings } from '../../support/settings.ts'

const HOSTILE = '<!channel> *b* & <https://evil.example|x>\u202e`'
const calls: Metric = { ...presetFor('hunter', 'CNY')[0]!, label: `${HOSTILE}${'长'.repeat(60)}` }
const METRICS = new Map([['calls', calls]])

const leave = { from: '2026-03-05', to: '2027-03-06', part: 'morning' } as const
const edited = { metric: 'calls', plausibleMin: null, plausibleMax: calls.hardMax, points: 1000 }
const { name: _, ...settings } = testSettings({
  workDays: [1, 2, 3, 4, 5, 6, 7],
  holidayCountry: 'CN',
  holidayRegion: null,
})
const DEFINED = {
  ...{
    metric: 'calls',
    leading: true,
    decimals: 4,
    hardMin: 0,
    hardMax: 500,
    baseline: null,
    benchmark: null,
  },
  ...{ funnelOrder: 20, retired: true, company: true },
}
const TEXTS = { renamed: true, aliased: true, reworded: true }
const NOTHING = { before: null, after: null }
const RULE: AuditedRule = {
  ...{ signal: 'behind-pace', metric: 'calls', sign: '<', levels: { red: 0.7 }, clearBy: 0, leastDays: 0 },
  ...{ mornings: 1, active: true, muted: [] },
}
/** A sample of each kind that there is. */
const CHANGES: { [Kind in keyof AuditChanges]: AuditChanges[Kind] } = {
  'leave-recorded': { before: null, after: leave },
  'leave-cancelled': { before: leave, after: null },
  'holidays-changed': { before: null, after: { country: 'US', region: 'NY' } },
  'leave-request': { before: 'waiting', after: 'unanswered' },
  'day-changed': {
    before: { date: '2026-03-07', kind: 'normal' },
    after: { date: '2026-03-07', kind: 'on' },
  },
  'home-team-moved': { before: { teamId: 'team-1' }, after: { teamId: 'team-2' } },
  'team-created': { before: null, after: { channelId: 'C2' } },
  'member-added': { before: null, after: { role: 'campaign-planner' } },
  'member-role': { before: { role: 'campaign-planner' }, after: { role: 'hunter' } },
  'member-removed': { before: { role: 'account-manager' }, after: null },
  'member-left': { before: { role: 'analyst' }, after: null },
  'join-request': { before: 'waiting', after: 'unanswered' },
  'setup-right-changed': {
    before: { who: 'everybody' },
    after: { who: 'named', userIds: Array.from({ length: 60 }, (_, index) => `U0NAMED${index}`) },
  },
  'last-resort-named': { before: null, after: 'U2' },
  'company-named': {
    before: null,
    after: { teamId: 'a0000000-0000-4000-8000-000000000000', channelId: 'C1' },
  },
  'fiscal-year-changed': { before: { month: 1 }, after: { month: 12 } },
  'manager-changed': { before: 'U1', after: 'U2' },
  'delegate-changed': { before: null, after: 'U2' },
  'manager-kept': NOTHING,
  'parent-changed': { before: null, after: { teamId: 'team-2', channelId: 'C2' } },
  'team-paused': NOTHING,
  'team-resumed': NOTHING,
  'app-uninstalled': NOTHING,
  'tokens-revoked': NOTHING,
  'team-moved': { before: { channelId: 'C1' }, after: { channelId: 'C2' } },
  'metric-edited': {
    before: { ...edited, points: 0, plausibleMax: null },
    after: { ...edited, renamed: true },
  },
  'metric-added': { before: null, after: { metric: 'calls', role: 'hunter', unit: 'count', decimals: 0 } },
  'metric-switched': {
    before: { metric: 'calls', role: 'campaign-planner', on: true },
    after: { metric: 'own-9', role: 'campaign-planner', on: false },
  },
  'plan-rates-set': {
    before: { year: '2026-01-01', reporting: 'USD', rates: { EUR: 10_800_000_000 } },
    after: { year: '2026-01-01', reporting: 'USD', rates: { EUR: 11_600_000_000, CHF: 12_000_000_000 } },
  },
  'role-added': { before: null, after: { role: '大客户销售', metrics: ['calls', 'own-9'] } },
  'metric-defined': {
    before: { ...DEFINED, layer: 'process', funnelOrder: null, retired: false, company: false },
    after: { ...DEFINED, ...{ layer: 'customer', leading: false, benchmark: 1e15, hardMax: 9e15 }, ...TEXTS },
  },
  'warning-rule-added': { before: null, after: { ...RULE, metric: 'own-9' } },
  'warning-rule-changed': {
    before: RULE,
    after: {
      ...{ ...RULE, active: false, clearBy: 0.05, leastDays: 60, mornings: 20 },
      ...{ levels: { blue: 0.951, yellow: 0.852, red: 0.701 } },
      muted: [
        { from: '2026-11-27', to: '2026-11-27' },
        { from: '2026-12-24', to: '2027-01-03' },
      ],
    },
  },
  'warning-rule-removed': { before: RULE, after: null },
  'model-switched': { before: { isOn: true }, after: { isOn: false } },
  'model-budget-changed': { before: { tokens: null }, after: { tokens: 500_000 } },
  'model-switched-in-team': { before: { isOn: false }, after: { isOn: true } },
  'warning-procedure-changed': {
    before: DEFAULT_PROCEDURE,
    after: { ...DEFAULT_PROCEDURE, blue: DEFAULT_PROCEDURE.red, yellow: DEFAULT_PROCEDURE.blue },
  },
  'number-corrected': {
    before: { metric: 'calls', date: '2026-03-02', value: null },
    after: { metric: 'calls', date: '2026-03-02', value: calls.hardMax },
  },
  'target-set': {
    before: { metric: 'calls', period: 'quarter', from: '2026-01-01', value: null },
    after: { metric: 'calls', period: 'quarter', from: '2026-01-01', value: 999_999_999 },
  },
  'action-item': {
    before: { ownerUserId: 'U1', dueOn: '2026-12-01', state: 'open' },
    after: { ownerUserId: 'U2', dueOn: '2026-12-04', state: 'dropped' },
  },
  'rep-target-set': {
    before: { metric: 'calls', period: 'month', from: '2026-12-01', value: 0 },
    after: { metric: 'calls', period: 'month', from: '2026-12-01', value: calls.hardMax },
  },
  'settings-changed': {
    before: { ...settings, name: null, checkinName: null, measure: { kind: 'points' } },
    after: {
      ...settings,
      name: null,
      checkinName: null,
      measure: { kind: 'metric', metric: 'calls' },
      holidayCountry: null,
    },
  },
}
const KINDS = [...BOT.contributions.auditKinds.values()]

const listed = (kind: (typeof KINDS)[number], open: boolean, more: Partial<AuditEvent> = {}): ListedEvent => {
  const change = CHANGES[kind.kind as keyof AuditChanges]
  const event: AuditEvent = {
    ...{ workspaceId: 'T1', eventId: crypto.randomUUID(), at: Temporal.Instant.from('2026-03-02T23:30:00Z') },
    ...{ kind: kind.kind, actorUserId: 'UBOSS', userId: 'UANN', teamId: 'x', screen: '/kpi setup' },
    ...change,
    ...more,
  }
  return {
    event,
    kind,
    open,
    channelId: 'C1',
    facts: kind.kind.match(/metric|number|settings|target|rule/) ? METRICS : null,
  }
}
const page = (events: ListedEvent[]) => ({
  ...{ reader: 'admin' as const, userId: 'UANN', events, first: false },
  next: { at: Temporal.Instant.from('2026-03-02T23:30:00Z'), eventId: crypto.randomUUID() },
})

test('there is a sample of each kind', () => {
  expect(Object.keys(CHANGES).sort()).toEqual(KINDS.map(({ kind }) => kind).sort())
})

describe.each(LOCALES)('%s', (locale) => {
  const t = BOT.translator(locale)
  const written = (events: ListedEvent[]) => {
    const message = auditMessage(page(events), 'Asia/Shanghai', t)
    expect(checkMessage({ ...message })).toEqual([])
    expect(checkView({ ...messageAsModal(message) })).toEqual([])
    expect(message.text).not.toMatch(/<!channel>|<https|undefined|NaN|\[object/)
    return message.text
  }

  test.each(KINDS.map((kind) => ({ name: kind.kind, kind })))('$name', ({ kind }) => {
    const text = written([listed(kind, true)])
    const [said] = text.split('\n').slice(2)
    expect(said).not.toMatch(/[{}]/)
    const described = kind.describe(listed(kind, true).event, t, METRICS as never)
    expect(text.split('\n')).toHaveLength(
      written([listed(kind, false)]).split('\n').length + described.length,
    )
    const { before, after } = CHANGES[kind.kind as keyof AuditChanges]
    // To which team the leave went is that team's affair.
    const isSilent = kind.kind === 'home-team-moved' || (before === null && after === null)
    expect(described.length > 0).toBe(!isSilent)
    written([listed(kind, true, { before: { odd: [HOSTILE] }, after: HOSTILE })])
  })

  test('ten of the longest on one page, by every kind of screen', () => {
    const longest = KINDS.find(({ kind }) => kind === 'settings-changed')!
    const screens = ['event:app_uninstalled', 'clock', 'message:join-request', '/kpi members']
    written(
      Array.from({ length: 10 }, (_, index) =>
        listed(longest, true, { screen: screens[index % 4]!, actorUserId: null }),
      ),
    )
  })
})

describe('the screen is named as the reader types it', () => {
  // What a drafted text names as its source is no screen that changes something.
  const sources = globSync('src/**/*.ts', { exclude: ['src/ai/slack/draft-text.ts'] }).map((path) =>
    readFileSync(path, 'utf8'),
  )
  const screens = [...new Set(sources.flatMap((text) => text.match(/(?<=')\/kpi [a-z-]+(?=')/g) ?? []))]
  const commands = BOT.handlers.commands
  const kind = KINDS.find((one) => one.kind === 'team-paused')!

  test('there are some', () => expect(screens).toContain('/kpi leave'))

  test.each(LOCALES)('in %s', (locale) => {
    for (const screen of screens) {
      const { text } = auditMessage(page([listed(kind, true, { screen })]), 'UTC', BOT.translator(locale))
      const word = /`\/kpi (.+)`/.exec(text)?.[1]
      const command = commands.find(({ word: own, aliases }) => own === word || aliases.includes(word!))
      expect(`/kpi ${command?.word}`, word).toBe(screen)
      if (locale !== 'en') expect(word).toMatch(/\p{Script=Han}/u)
    }
  })
})

test.each([
  ['waiting', 'U0ANN asked about leave'],
  ['accepted', 'U0MARA> answered <@U0ANN>'],
  ['declined', 'U0MARA> answered <@U0ANN>'],
  ['withdrawn', 'is over'],
  ['pointless', 'is over'],
])('a question about past leave that is %s is told as what happened', (after, said) => {
  const kind = KINDS.find((one) => one.kind === 'leave-request')!
  const more = { actorUserId: 'U0MARA', userId: 'U0ANN', before: 'waiting', after }
  const { text } = auditMessage(page([listed(kind, true, more)]), 'UTC', BOT.translator('en'))
  expect(text.replaceAll('<@U0ANN> asked', 'U0ANN asked')).toContain(said)
})

test('each setting is told by the name that the form has for it, before and after', () => {
  const kind = KINDS.find((one) => one.kind === 'settings-changed')!
  const before = { promptTime: '09:00', workDays: [1, 2], boardNames: 'top', name: null, tomorrow: 1 }
  const after = { promptTime: '10:30', workDays: [1, 6], boardNames: 'none', name: null, tomorrow: 2 }
  const text = auditMessage(page([listed(kind, true, { before, after })]), 'UTC', BOT.translator('en')).text
  expect(text.split('\n').slice(3, -1)).toEqual([
    '> Team name: changed',
    '> Prompt at: 9:00 AM → 10:30 AM',
    '> Working days: Mon, Tue → Mon, Sat',
    '> Names on the board in the channel: The top five → Nobody; each person sees their own place',
    '> tomorrow: changed',
  ])
})
