// Made-up facts for the standup's messages and form, from nothing at all to the most that can be.

import type { KnownDay } from '../../../src/checkins/standup/domain/as-planned.ts'
import type {
  Receipt,
  StandupCardFacts,
  StandupSummaryFacts,
  SummaryAnswer,
  SummaryBlocker,
} from '../../../src/checkins/standup/domain/message-facts.ts'
import type { StandupForm } from '../../../src/checkins/standup/flows/open-standup.ts'
import type { Metric } from '../../../src/numbers/domain/metrics.ts'
import { presetFor } from '../../../src/numbers/domain/presets.ts'
import { sampleField, sampleTarget } from '../../targets/samples.ts'

const day = (date: string) => Temporal.PlainDate.from(date)
const DATE = day('2026-03-03')
const CLOSE = Temporal.Instant.from('2026-03-03T10:00:00Z')
export const ids = (count: number, prefix: string) =>
  Array.from(
    { length: count },
    (_, index) => `${prefix}0000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  )

/** Whatever Slack's markup, a right-to-left override, an emoji of several code points, NUL and SQL can do. */
export const HOSTILE =
  "<!channel> <@U123> *bold* `code` \u202egnp.exe \u0000 👩‍👩‍👧‍👦 & &lt;b&gt; '); drop table standups; --"
export const ampersands = (length: number) => '&'.repeat(length)

export const HUNTER = presetFor('hunter', 'EUR').filter(({ kind }) => kind !== 'ratio')
const OWN: Metric = { ...HUNTER[0]!, key: 'own-1', label: ampersands(100) }
export const ALL_METRICS = [
  ...HUNTER,
  ...presetFor('account-manager', 'CNY').filter(({ kind }) => kind !== 'ratio'),
  OWN,
]

const readings = (metrics: readonly Metric[], value = 12) => metrics.map((metric) => ({ metric, value }))

export const RECEIPT: Receipt = {
  answeredAt: CLOSE,
  late: false,
  numbers: readings(HUNTER.slice(0, 2)),
  numbersDate: day('2026-03-02'),
  streakDays: 5,
  streakEnded: 0,
  place: { rank: 2, of: 9, tied: false, measure: { kind: 'metric', metric: 'calls' }, metric: HUNTER[0]! },
  teamsDay: true,
  change: { metric: HUNTER[0]!, difference: 12, since: day('2026-02-27') },
  done: ['Offer to Bolt'],
  plan: ['Call Acme'],
  blockers: [{ text: 'No budget', helperUserId: 'UEVA', state: 'open' }],
  targets: [sampleTarget({ actual: 52 })],
  editable: true,
  read: null,
}
const FULL_RECEIPT: Receipt = {
  ...RECEIPT,
  late: true,
  numbers: ALL_METRICS.map((metric) => ({ metric, value: metric.hardMax })),
  streakDays: 100_000,
  streakEnded: 100_000,
  place: { rank: 1_000_000, of: 1_000_000, tied: true, measure: { kind: 'points' }, metric: OWN },
  teamsDay: false,
  change: { metric: OWN, difference: -OWN.hardMax, since: day('2026-01-05') },
  done: Array(21).fill(ampersands(1000)),
  plan: Array(20).fill(ampersands(300)),
  blockers: Array(5).fill({ text: ampersands(300), helperUserId: 'U01234567890', state: 'helped' }),
  targets: ALL_METRICS.map((metric) => sampleTarget({ metric, target: metric.hardMax })),
}

export const KNOWN: KnownDay = {
  numbersDate: day('2026-03-02'),
  asksNumbers: true,
  numbers: readings(HUNTER.slice(0, 2)),
  done: ['Call Acme'],
  open: ['Offer to Bolt', 'Visit Delta'],
  todo: { items: [{ actionId: ids(1, 'd')[0]!, text: 'Send the contract' }], count: 3 },
}
const knownTo = (text: string): KnownDay => ({
  numbersDate: day('2026-03-02'),
  asksNumbers: true,
  numbers: ALL_METRICS.map((metric) => ({ metric, value: metric.hardMax })),
  done: Array(20).fill(text),
  open: Array(20).fill(text),
  todo: { items: Array(5).fill({ actionId: ids(1, 'd')[0]!, text }), count: 1_000_000 },
})

export function card(more: Partial<StandupCardFacts> = {}): StandupCardFacts {
  return {
    kind: 'standup-card',
    teamId: ids(1, 'a')[0]!,
    ...{ teamName: 'North', channelId: 'C1', managerUserId: 'UMARA' },
    date: DATE,
    closeAt: CLOSE,
    zone: 'Europe/Berlin',
    phase: 'prompt',
    receipt: null,
    known: null,
    snoozedUntil: null,
    firstTime: null,
    ...more,
  }
}

export const CARDS: Record<string, StandupCardFacts> = {
  prompt: card(),
  'the first prompt': card({ firstTime: { managerUserId: 'UMARA', channelId: 'C1', names: 'top' } }),
  'the first prompt where the channel shows no names': card({
    firstTime: { managerUserId: 'UMARA', channelId: 'C1', names: 'none' },
  }),
  'a prompt of what is known': card({ known: KNOWN, snoozedUntil: CLOSE }),
  'the longest prompt': card({ teamName: ampersands(200), known: knownTo(ampersands(300)) }),
  'a hostile prompt': card({ teamName: HOSTILE, known: knownTo(HOSTILE) }),
  missed: card({ phase: 'missed' }),
  'missed, and over': card({ phase: 'over' }),
  excused: card({ phase: 'excused' }),
  receipt: card({ phase: 'receipt', receipt: RECEIPT }),
  'a receipt of nothing': card({
    phase: 'receipt',
    receipt: {
      ...RECEIPT,
      ...{ numbers: [], done: [], plan: [], blockers: [] },
      ...{ place: null, change: null, streakDays: 0, editable: false },
    },
  }),
  'the longest receipt': card({ phase: 'receipt', teamName: ampersands(200), receipt: FULL_RECEIPT }),
  'a hostile receipt': card({
    phase: 'receipt',
    teamName: HOSTILE,
    receipt: {
      ...{ ...RECEIPT, done: [HOSTILE], plan: [HOSTILE, HOSTILE] },
      blockers: [{ text: HOSTILE, helperUserId: 'UEVA', state: 'closed' }],
    },
  }),
}

const answer = (name: string, more: Partial<SummaryAnswer> = {}): SummaryAnswer => ({
  userId: `U${name}`,
  name,
  late: false,
  saidDid: { done: 2, planned: 3 },
  done: ['Called Acme', 'Offer to Bolt'],
  plan: ['Visit Bolt'],
  numbers: readings(HUNTER.slice(0, 3)),
  numbersDate: day('2026-03-02'),
  ...more,
})
const longAnswer = (index: number): SummaryAnswer =>
  answer(ampersands(100), {
    userId: `U${index}`,
    late: true,
    numbersDate: day('2026-09-30'),
    done: Array(21).fill(ampersands(1000)),
    plan: Array(20).fill(ampersands(300)),
    numbers: Array(index % 4)
      .fill(ALL_METRICS)
      .flat()
      .map((metric: Metric) => ({ metric, value: metric.hardMax })),
  })

export const blocker = (more: Partial<SummaryBlocker> = {}): SummaryBlocker => ({
  ...{ blockerId: ids(1, 'c')[0]!, name: 'Ben', text: 'No budget' },
  ...{ helperUserId: null, state: 'open', ageDays: 0 },
  ...more,
})
const longBlockers = (count: number, state: SummaryBlocker['state']): SummaryBlocker[] =>
  ids(count, 'c').map((blockerId) => ({
    ...{ blockerId, name: ampersands(100), text: ampersands(300) },
    ...{ helperUserId: 'U01234567890', state, ageDays: 10_000 },
  }))

export function summary(more: Partial<StandupSummaryFacts> = {}): StandupSummaryFacts {
  return {
    kind: 'standup-summary',
    names: 'top',
    checkinName: '',
    teamName: 'North',
    date: DATE,
    numbersDate: day('2026-03-02'),
    closed: false,
    revised: null,
    expected: 3,
    answers: [answer('Ben'), answer('Lin', { late: true, saidDid: null, done: [], plan: [], numbers: [] })],
    blockers: [
      blocker({ text: 'No budget', helperUserId: 'UHELP' }),
      blocker({ blockerId: ids(2, 'c')[1]!, name: 'Lin', text: 'CRM is down', ageDays: 1 }),
    ],
    away: [{ name: 'Amy', reason: 'leave' }],
    elsewhere: [{ name: 'Lin', kind: 'travel' }],
    missing: [],
    ...more,
  }
}
const longNames = (count: number) => Array.from({ length: count }, () => ampersands(100))

export const SUMMARIES: Record<string, StandupSummaryFacts> = {
  ordinary: summary(),
  'nobody yet': summary({ answers: [], blockers: [], away: [] }),
  'no names': summary({ names: 'none', closed: true, missing: ['Kim'] }),
  'no names, nobody yet': summary({ names: 'none', answers: [], blockers: [], away: [] }),
  closed: summary({ closed: true, missing: ['Kim'] }),
  'brought up to date': summary({
    closed: true,
    revised: { at: CLOSE.add({ hours: 30 }), since: CLOSE, zone: 'Europe/Berlin' },
  }),
  hostile: summary({
    teamName: HOSTILE,
    answers: [answer(HOSTILE, { done: [HOSTILE], plan: [HOSTILE] })],
    blockers: [blocker({ name: HOSTILE, text: HOSTILE, ageDays: 3 })],
    missing: [HOSTILE],
    closed: true,
  }),
  ...Object.fromEntries(
    [1, 5, 6, 20, 40].map((count) => [
      `${count} of the longest blockers`,
      summary({
        answers: [],
        blockers: [...longBlockers(count, 'open'), blocker({ name: HOSTILE, state: 'closed' })],
      }),
    ]),
  ),
  ...Object.fromEntries(
    [25, 26, 120, 121, 500].map((count) => [
      `${count} of the longest`,
      summary({
        teamName: ampersands(200),
        closed: true,
        expected: 2 * count,
        answers: Array.from({ length: count }, (_, index) => longAnswer(index)),
        blockers: longBlockers(count, 'helped'),
        away: longNames(count).map((name) => ({ name, reason: 'rest-day' as const })),
        elsewhere: longNames(count).map((name) => ({ name, kind: 'field' as const })),
        missing: longNames(count),
      }),
    ]),
  ),
}

export function form(more: Partial<StandupForm> = {}): StandupForm {
  const [first, second, third] = ids(3, 'b')
  return {
    teamId: ids(1, 'a')[0]!,
    channelId: 'C1',
    teamName: 'North',
    checkinName: '',
    date: DATE,
    closeAt: CLOSE,
    zone: 'Europe/Berlin',
    late: false,
    revision: 0,
    numbersDate: day('2026-03-02'),
    numbersDayOver: true,
    numbersReported: false,
    targets: new Map([['calls', sampleField()]]),
    asks: ['numbers', 'done', 'plan', 'blockers', 'note'],
    numbers: HUNTER.map((metric) => ({ metric, value: null, confirmed: false, own: { low: 3, high: 5 } })),
    todo: { items: [{ actionId: ids(1, 'd')[0]!, text: 'Send the contract' }], count: 3 },
    doneActionIds: [],
    items: [
      { itemId: first!, text: 'Call Acme', outcome: null },
      { itemId: second!, text: 'Visit Bolt', outcome: null },
      { itemId: third!, text: 'Write offer', outcome: null },
    ],
    plan: [],
    blockers: [{ blockerId: ids(1, 'c')[0]!, text: 'No budget', closed: false }],
    newBlockers: [],
    helperUserId: null,
    doneNote: '',
    ...more,
  }
}

const long = (text: (length: number) => string) =>
  form({
    teamName: text(200),
    late: true,
    revision: 3,
    numbers: ALL_METRICS.map((metric) => ({
      metric,
      value: metric.hardMax,
      confirmed: true,
      own: { low: metric.hardMax, high: metric.hardMax },
    })),
    items: ids(20, 'b').map((itemId, index) => ({
      itemId,
      text: text(300),
      outcome: (['done', 'dropped', 'carried'] as const)[index % 3]!,
    })),
    plan: Array(10).fill(text(300)),
    blockers: ids(30, 'c').map((blockerId) => ({ blockerId, text: text(300), closed: true })),
    newBlockers: Array(5).fill(text(300)),
    helperUserId: 'U01234567890',
    doneNote: text(1000),
  })

export const FORMS: Record<string, StandupForm> = {
  ordinary: form(),
  'a first one': form({ items: [], blockers: [] }),
  'one without metrics': form({ numbers: [] }),
  'the longest': long(ampersands),
  'the longest in emoji': long((length) => '👩‍👩‍👧‍👦'.repeat(Math.ceil(length / 7))),
  hostile: long(() => HOSTILE),
}
