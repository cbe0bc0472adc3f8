// Rows of every table as the release before the rooms wrote them (migrations 0000 to 0009), under its own names of tables and columns.
import { sourceIdOf } from '../../../src/numbers/db/activity.ts'

const [TEAM, LEFT_TEAM, BEN, WEI, PLANNED, CARRIED, BLOCKER, LEAVE, ENTRY, CORRECTION, OTHER_TEAM] =
  Array.from({ length: 11 }, (_, index) => `00000000-0000-4000-8000-0000000000${index + 10}`) as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ]

export { BEN, BLOCKER, CORRECTION, ENTRY, LEAVE, LEFT_TEAM, OTHER_TEAM, PLANNED, TEAM, WEI }

export type Row = Readonly<Record<string, unknown>>

const CLOSE = '2026-03-02T10:00:00Z'
const team = { workspace_id: 'T1', team_id: TEAM }
const ben = { ...team, member_id: BEN }

export const SETTINGS = {
  ...{ name: 'North', locale: 'en', workDays: [1, 2, 3, 4, 5], holidayCountry: 'DE', holidayRegion: null },
  ...{ zoneRule: 'member', zone: 'Europe/Berlin', promptTime: '09:00', closeAfterMinutes: 120 },
  ...{ remindBeforeCloseMinutes: 30, numbersDay: 'previous', measure: { kind: 'points' }, boardNames: 'all' },
}
const SNAPSHOT = {
  ...{ measure: { kind: 'points' }, decimals: 0 },
  ranked: [
    {
      ...{ memberId: BEN, userId: 'UBEN', role: 'hunter', rank: 1, value: 35, movement: null, marked: false },
    },
  ],
  notRanked: [{ memberId: WEI, userId: 'UWEI', reason: 'away' }],
}

const due = (dueKey: string, kind: string, state: string, more: Row = {}): Row => ({
  ...{ ...team, due_key: dueKey, kind, member_id: null, date: '2026-03-02', due_at: CLOSE, look_at: CLOSE },
  ...{ attempts: 0, state, reason: null, settled_at: null, ...more },
})
const SETTLED = { settled_at: '2026-03-02T10:00:01Z' }

const notice = (key: string, state: string, more: Row = {}): Row => ({
  ...{ ...team, notice_key: key, kind: 'board', to_user_id: null, to_channel_id: 'C1' },
  ...{ subject: { period: 'day', from: '2026-02-27' }, version: 1, delivered_version: 0, state },
  ...{ sending_since: null, channel_id: null, ts: null, failure: null },
  ...{ created_at: '2026-03-02T09:00:00Z', delivered_at: null, ...more },
})
const toPerson = (kind: string, subject: Row): Row =>
  notice(kind, 'delivered', {
    ...{ kind, subject, to_user_id: 'UBEN', to_channel_id: null, channel_id: 'D1', ts: '1.9' },
    ...{ delivered_version: 1, delivered_at: '2026-03-02T09:00:01Z' },
  })

const metric = (key: string, more: Row = {}): Row => ({
  ...{ ...team, metric_key: key, label: null, kind: 'additive', layer: 'process', higher_is_better: true },
  ...{ unit: 'count', currency: null, decimals: 0, hard_min: 0, hard_max: 500, plausible_min: 0 },
  ...{ plausible_max: 100, numerator: null, denominator: null, points: 1, ...more },
})
const person = (userId: string, more: Row = {}): Row => ({
  ...{ workspace_id: 'T1', user_id: userId, name: userId.toLowerCase(), zone: 'Europe/Berlin', locale: 'en' },
  ...{ is_bot: false, is_admin: false, is_guest: false, deactivated: false, dm_channel_id: null },
  ...{ refreshed_at: '2026-03-02T08:00:00Z', ...more },
})
const entry = (activityId: string, more: Row): Row => ({
  ...{ ...ben, activity_id: activityId, metric_key: 'calls', date: '2026-02-27', value: 30 },
  ...{ source: 'standup', source_key: `standup:${BEN}:2026-03-02:1`, corrects: null, reason: null },
  ...{ late: false, implausible: false, entered_at: '2026-03-02T08:10:00Z', entered_by: 'UBEN', ...more },
})
const standup = (memberId: string, state: string, more: Row): Row => ({
  ...{ ...team, member_id: memberId, date: '2026-03-02', state, answered_at: null, revision: 0 },
  ...{ done_note: '', numbers_date: null, streak_days: 0, last_submit_key: null, ...more },
})
const planLine = (itemId: string, date: string, more: Row): Row => ({
  ...{ ...ben, item_id: itemId, date, position: 0, text: 'Call Acme', carried_from: null },
  ...{ outcome: null, settled_on: null, ...more },
})

export const ROWS: Readonly<Record<string, readonly Row[]>> = {
  workspaces: [
    {
      ...{ workspace_id: 'T1', name: 'Firm', bot_user_id: 'UBOT', fiscal_year_start_month: 4 },
      first_seen_at: '2026-01-01T00:00:00Z',
    },
  ],
  people: [
    person('UMIA', { is_admin: true, dm_channel_id: 'D0' }),
    person('UBEN', { is_guest: true }),
    person('UWEI', { name: '林伟', zone: 'Asia/Shanghai', locale: 'zh-CN' }),
    person('UGONE', { deactivated: true }),
  ],
  teams: [
    {
      ...{ ...team, channel_id: 'C1', manager_user_id: 'UMIA', parent_team_id: LEFT_TEAM },
      ...{ created_at: '2026-01-01T00:00:00Z', archived_at: null },
    },
    {
      ...{ ...team, team_id: LEFT_TEAM, channel_id: 'C2', manager_user_id: 'UMIA', parent_team_id: null },
      ...{ created_at: '2026-01-01T00:00:00Z', archived_at: '2026-02-01T00:00:00Z' },
    },
    {
      ...{ ...team, team_id: OTHER_TEAM, channel_id: 'C3', manager_user_id: 'UMIA', parent_team_id: null },
      ...{ created_at: '2026-01-01T00:00:00Z', archived_at: null },
    },
  ],
  team_settings: ['2026-01-01', '2026-03-03'].map((effectiveFrom) => ({
    ...{ ...team, effective_from: effectiveFrom, set_by: 'UMIA', set_at: '2026-01-01T00:00:00Z' },
    settings: effectiveFrom === '2026-01-01' ? SETTINGS : { ...SETTINGS, promptTime: '08:00' },
  })),
  members: [
    { ...ben, user_id: 'UBEN', role: 'hunter', joined_on: '2026-01-01', left_on: null, filings: 41 },
    {
      ...{ ...team, member_id: WEI, user_id: 'UWEI', role: 'analyst', joined_on: '2026-01-01' },
      ...{ left_on: '2026-03-31', filings: 0 },
    },
    ...[
      [LEFT_TEAM, 'UBEN', '2025-12-01'],
      [OTHER_TEAM, 'UBEN', '2026-01-15'],
      [LEFT_TEAM, 'UPAUSED', '2025-12-01'],
    ].map(([team_id, user_id, joined_on]) => ({
      ...{ ...team, team_id, member_id: crypto.randomUUID(), user_id, role: 'hunter' },
      ...{ joined_on, left_on: null, filings: 0 },
    })),
  ],
  leaves: [
    {
      ...{
        workspace_id: 'T1',
        leave_id: LEAVE,
        user_id: 'UWEI',
        from_date: '2026-03-02',
        to_date: '2026-03-04',
      },
      ...{ part: 'whole', recorded_by: 'UMIA', recorded_at: '2026-02-20T00:00:00Z' },
      ...{ cancelled_at: null, cancelled_by: null },
    },
  ],
  extra_days: [
    { ...team, date: '2026-03-07', kind: 'on', set_by: 'UMIA', set_at: '2026-02-20T00:00:00Z' },
    { ...team, date: '2026-03-09', kind: 'off', set_by: 'UMIA', set_at: '2026-02-20T00:00:00Z' },
  ],
  metrics: [
    metric('calls'),
    metric('own-1', {
      ...{ label: 'Demos', unit: 'money', currency: 'EUR', decimals: 2, hard_max: 1e13 },
      ...{ plausible_min: null, plausible_max: null, points: 0 },
    }),
    metric('rate', { kind: 'ratio', unit: 'percent', decimals: 1, numerator: 'own-1', denominator: 'calls' }),
  ],
  role_metrics: [
    { ...team, role: 'hunter', metric_key: 'calls', position: 0, enabled: true },
    { ...team, role: 'hunter', metric_key: 'own-1', position: 1, enabled: false },
  ],
  activity: [
    entry(ENTRY, {}),
    entry(CORRECTION, {
      ...{
        value: 5,
        source: 'correction',
        source_key: 'correction:1',
        corrects: ENTRY,
        reason: 'Forgot five',
      },
      ...{ late: true, implausible: true, entered_at: '2026-03-02T11:00:00Z', entered_by: 'UMIA' },
    }),
  ],
  daily_totals: [
    {
      ...{ ...ben, metric_key: 'calls', date: '2026-02-27', value: 35 },
      ...{ late: true, implausible: true, corrected_up: true },
    },
  ],
  standups: [
    standup(BEN, 'answered', {
      ...{ answered_at: '2026-03-02T08:10:00Z', revision: 2, done_note: 'Fair', numbers_date: '2026-02-27' },
      ...{ streak_days: 7, last_submit_key: 'V1' },
    }),
    standup(WEI, 'excused', {}),
  ],
  plan_items: [
    planLine(PLANNED, '2026-02-27', { outcome: 'carried', settled_on: '2026-03-02' }),
    planLine(CARRIED, '2026-03-02', { carried_from: PLANNED }),
  ],
  blockers: [
    {
      ...{ ...ben, blocker_id: BLOCKER, text: 'No price list', helper_user_id: 'UMIA', state: 'helped' },
      ...{ raised_on: '2026-03-02', closed_on: null, withdrawn: false },
    },
  ],
  board_snapshots: [
    {
      ...{ ...team, period: 'day', from_date: '2026-02-27', to_date: '2026-02-27', rows: SNAPSHOT },
      taken_at: CLOSE,
    },
  ],
  due_items: [
    due(`plan-day:${TEAM}:2026-03-03`, 'plan-day', 'waiting', { date: '2026-03-03' }),
    due(`prompt:${BEN}:2026-03-02`, 'prompt', 'done', { member_id: BEN, ...SETTLED }),
    due(`prompt:${WEI}:2026-03-02`, 'prompt', 'missed_too_late', {
      ...{ member_id: WEI, reason: 'closed-before-prompt', ...SETTLED },
    }),
    due(`remind:${BEN}:2026-03-02`, 'remind', 'skipped', {
      member_id: BEN,
      ...{ reason: 'answered', ...SETTLED },
    }),
    due(`lapse:${TEAM}:2026-03-02:${CLOSE}`, 'lapse', 'waiting', {
      ...{ look_at: '2026-03-02T10:05:00Z', attempts: 3, reason: 'Error' },
    }),
    due(`close:${TEAM}:2026-03-02`, 'close', 'waiting', { due_at: '2026-03-02T16:00:00Z' }),
    due(`weekly-board:${TEAM}:2026-03-02`, 'weekly-board', 'failed', { attempts: 10, ...SETTLED }),
  ],
  notices: [
    notice('delivered', 'delivered', {
      ...{ version: 2, delivered_version: 2, channel_id: 'C1', ts: '1.1' },
      delivered_at: '2026-03-02T09:00:01Z',
    }),
    notice('unqueued', 'waiting'),
    notice('with a job', 'waiting', { version: 3, delivered_version: 2, channel_id: 'C1', ts: '1.2' }),
    notice('in doubt', 'sending', { sending_since: '2026-03-02T09:00:00Z' }),
    notice('dropped', 'dropped'),
    notice('failed', 'failed', {
      ...{ kind: 'trouble', subject: { problem: 'channel-archived', channelId: 'C1' } },
      ...{ to_user_id: 'UMIA', to_channel_id: null, failure: 'cannot-message-member' },
    }),
    toPerson('standup-card', { memberId: BEN, date: '2026-03-02' }),
    toPerson('standup-reminder', { memberId: BEN, date: '2026-03-02' }),
    toPerson('help-wanted', { blockerId: BLOCKER, helperUserId: 'UMIA' }),
    toPerson('help-coming', { blockerId: BLOCKER, helperUserId: 'UMIA' }),
    toPerson('number-corrected', { memberId: BEN, metricKey: 'calls', sourceKey: 'correction:1' }),
    toPerson('standup-summary', { date: '2026-03-02' }),
    toPerson('team-introduction', { teamId: TEAM }),
    toPerson('trouble', { problem: 'cannot-message-member', channelId: 'C1', userId: 'UWEI' }),
    toPerson('setup-invitation', { channelId: 'C1' }),
    toPerson('team-handed-over', { teamId: TEAM, byUserId: 'UMIA', toUserId: 'UBEN' }),
  ],
}

const OF_BEN = { workspace_id: 'T1', team_id: TEAM, member_id: BEN, date: '2026-02-27' }
const act = (sourceKey: string, more: Row): Row => ({
  ...{
    ...OF_BEN,
    source_id: sourceIdOf(sourceKey),
    part: 1,
    implausible: null,
    corrects: null,
    reason: null,
  },
  ...more,
})

/** What a team says of a metric in its own way; what it means is in the catalogue. */
const adopted = (key: string, more: Row): Row => ({
  ...{ ...team, metric_key: key, label: null, currency: null, decimals: null, former_key: null },
  ...{ plausible_min: 0, plausible_max: 100, points: 1, ...more },
})

/** What the migrations made of the rows of these tables. */
export const REGROUPED: Readonly<Record<string, readonly Row[]>> = {
  metrics: [
    adopted('calls', {}),
    adopted('own-1', {
      ...{ currency: 'EUR', decimals: 2 },
      ...{ plausible_min: null, plausible_max: null, points: 0 },
    }),
    adopted('rate', {}),
  ],
  activity: [
    act(`standup:${BEN}:2026-03-02:1`, {
      ...{ numbers: { calls: 30 }, source: 'standup', late: false },
      ...{ entered_at: '2026-03-02T08:10:00Z', entered_by: 'UBEN' },
    }),
    act('correction:1', {
      ...{ numbers: { calls: 5 }, source: 'correction', late: true, implausible: ['calls'] },
      ...{ corrects: { calls: sourceIdOf(`standup:${BEN}:2026-03-02:1`) }, reason: 'Forgot five' },
      ...{ entered_at: '2026-03-02T11:00:00Z', entered_by: 'UMIA' },
    }),
  ],
  daily_totals: [
    {
      ...{ ...OF_BEN, totals: { calls: 35 } },
      ...{ late: ['calls'], implausible: ['calls'], corrected_up: ['calls'] },
    },
  ],
}
