// A made-up end of a crash test in which every promise was kept, for the invariants' own tests to break.
import type { Evidence } from './evidence.ts'
import { ABOVE } from './falling-behind.ts'
import { MEMBERS, managerId, OFFER, TEAMS } from './world.ts'

export const DATE = '2026-03-02'
const FRIDAY = '2026-02-27'
export const [ANNA] = MEMBERS
export const [NORTH] = TEAMS
export const anna = { memberId: ANNA!.memberId, date: DATE }
export const summary = `summary:${NORTH!.teamId}:${DATE}`
export const card = `standup:${anna.memberId}:${DATE}`
export const deal = 'win:d'
export const boss = managerId(NORTH!)
export const [director] = ABOVE.map(({ userId }) => userId)
/** Anna's urgent one waited until the director was told, and was taken on. */
export const urgent = 'e1'
/** Her early one recovered by itself. */
export const early = 'e2'
export const over = `warning-note:${early}:${MEMBERS[0]!.userId}:resolved`
const reported = { teamId: NORTH!.teamId, date: DATE }
export const offer = `review-offer:${NORTH!.teamId}:month:${OFFER.month}`
export const digest = `report-digest:weekly:${NORTH!.teamId}:${DATE}`
export const reportSummary = `report-summary:weekly:${NORTH!.teamId}:${DATE}`
export const board = `board:${NORTH!.teamId}:day:${FRIDAY}`

export type Mutable<T> = {
  -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Mutable<Item>[] : T[K]
}

/** A Monday on which one member of twelve answered and nothing failed. */
export function soundDay(): Mutable<Evidence> {
  const settled = { reason: null, dueAt: `${DATE}T08:00:00Z`, date: DATE, attempts: 0 }
  const message = (key: string, content: string, version = 1) => {
    const place = { channelId: `C-${key}`, ts: '1.000100' }
    return {
      said: { ...place, key, version, content },
      message: {
        ...place,
        messageKey: key,
        state: 'delivered',
        version,
        deliveredVersion: version,
        failure: null,
        attempts: 0,
        nextAttemptAt: null,
        isClaimed: false,
      },
    }
  }
  const messages = [
    message(card, 'your standup is in'),
    message(summary, 'answered: first line', 2),
    message(board, 'leaderboard'),
    message('invite:C9', 'set up a team'),
    ...[ANNA!.userId, boss, director].map((userId) => message(`warning:${urgent}:${userId}`, userId!)),
    message(`warning:${early}:${ANNA!.userId}`, 'early sign'),
    message(over, 'back on pace'),
    message(digest, 'north, weekly report: 1 of 2 in'),
    message(reportSummary, 'Plan: week one'),
    ...TEAMS.map(({ name, teamId }) =>
      message(`review-offer:${teamId}:month:${OFFER.month}`, `review ${name}`),
    ),
    message(deal, 'signed Hengxin'),
  ]
  const warning = { teamId: NORTH!.teamId, memberId: anna.memberId, nextAt: null }
  const event = (episodeId: string, version: number, reason: string, from: string | null, to: string) => ({
    ...{ episodeId, version, reason, from, to, actor: reason === 'acknowledged' ? boss : null },
  })
  return {
    now: `${DATE}T12:00:00Z`,
    days: [DATE],
    journal: {
      answers: [{ ...anna, token: 'first line', calls: 5, visits: 2, acknowledged: true }],
      reports: [{ memberId: anna.memberId, date: DATE, token: 'week one', acknowledged: true }],
      lines: [
        { ...anna, metricKey: 'proposals', value: 1, acknowledged: true },
        { ...anna, metricKey: 'newRevenue', value: 12_600_000, acknowledged: true },
      ],
      addedTo: ['C9'],
      warnings: [{ episodeId: urgent, userId: boss, reason: 'acknowledged', acknowledged: true }],
    },
    said: messages.map(({ said }) => said),
    messages: messages.map(({ message }) => message),
    due: [
      {
        ...{ ...settled, dueKey: `warning-step:${urgent}:3`, kind: 'warning-step', state: 'waiting' },
        dueAt: `${DATE}T15:00:00Z`,
      },
      ...MEMBERS.flatMap(({ memberId }) => [
        {
          ...settled,
          dueKey: `prompt:${memberId}:${DATE}`,
          kind: 'prompt',
          state: memberId === anna.memberId ? 'done' : 'missed_too_late',
        },
        { ...settled, dueKey: `remind:${memberId}:${DATE}`, kind: 'remind', state: 'skipped' },
        ...['report-prompt', 'report-remind'].map((kind) => ({
          ...settled,
          ...{ dueKey: `${kind}:weekly:${DATE}:${memberId}:${DATE}`, kind, state: 'skipped' },
        })),
      ]),
      ...TEAMS.flatMap(({ teamId }) => [
        { ...settled, dueKey: `morning:${teamId}:${DATE}`, kind: 'morning', state: 'skipped' },
        { ...settled, dueKey: `close:${teamId}:${DATE}`, kind: 'close', state: 'done' },
        { ...settled, dueKey: `weekly-board:${teamId}:${DATE}`, kind: 'weekly-board', state: 'skipped' },
        { ...settled, dueKey: `week-in:${teamId}:${DATE}`, kind: 'week-in', state: 'skipped' },
        {
          ...settled,
          ...{ dueKey: `report-missing:weekly:${DATE}:${teamId}:${DATE}`, kind: 'report-missing' },
          state: 'skipped',
        },
        {
          ...settled,
          dueKey: `report-close:weekly:${DATE}:${teamId}:${DATE}`,
          kind: 'report-close',
          state: teamId === NORTH!.teamId ? 'done' : 'skipped',
        },
        {
          ...settled,
          dueKey: `report-digest:weekly:${DATE}:${teamId}:${DATE}`,
          kind: 'report-digest',
          state: teamId === NORTH!.teamId ? 'done' : 'skipped',
        },
      ]),
    ],
    standups: [{ ...anna, state: 'answered', numbersDate: FRIDAY, plan: ['first line'] }],
    reports: [
      ...[{ ...reported, memberId: anna.memberId, state: 'answered', text: '{"plan": "week one"}' }],
      ...[{ ...reported, memberId: MEMBERS[1]!.memberId, state: 'missed', text: '{}' }],
    ],
    entries: [
      {
        memberId: anna.memberId,
        date: FRIDAY,
        metricKey: 'calls',
        value: 3,
        source: 'standup',
        sourceId: 'a',
      },
      {
        memberId: anna.memberId,
        date: FRIDAY,
        metricKey: 'calls',
        value: 2,
        source: 'standup',
        sourceId: 'b',
      },
      {
        memberId: anna.memberId,
        date: FRIDAY,
        metricKey: 'visits',
        value: 2,
        source: 'standup',
        sourceId: 'a',
      },
      {
        memberId: anna.memberId,
        date: DATE,
        metricKey: 'proposals',
        value: 1,
        source: 'command',
        sourceId: 'c',
      },
      {
        memberId: anna.memberId,
        date: DATE,
        metricKey: 'newRevenue',
        value: 12_600_000,
        source: 'command',
        sourceId: 'd',
      },
    ],
    totals: [
      { memberId: anna.memberId, date: FRIDAY, metricKey: 'calls', value: 5 },
      { memberId: anna.memberId, date: FRIDAY, metricKey: 'visits', value: 2 },
      { memberId: anna.memberId, date: DATE, metricKey: 'proposals', value: 1 },
      { memberId: anna.memberId, date: DATE, metricKey: 'newRevenue', value: 12_600_000 },
    ],
    levels: [],
    boards: [{ teamId: NORTH!.teamId, period: 'day', from: FRIDAY }],
    off: [],
    warnings: [
      {
        ...{ ...warning, episodeId: urgent, state: 'acknowledged', level: 'red' },
        nextAt: `${DATE}T15:00:00Z`,
        told: [ANNA!.userId, boss, director!],
      },
      { ...warning, episodeId: early, state: 'resolved', level: 'blue', told: [ANNA!.userId] },
    ],
    warningEvents: [
      event(urgent, 1, 'opened', null, 'open red'),
      event(urgent, 2, 'escalated', 'open red', 'open red'),
      event(urgent, 3, 'acknowledged', 'open red', 'acknowledged red'),
      event(early, 1, 'opened', null, 'open blue'),
      event(early, 2, 'recovered', 'open blue', 'resolved blue'),
    ],
    digestLines: [],
  }
}
