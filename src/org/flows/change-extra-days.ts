// Sets single working days and days off that differ from the week pattern and the public holidays, for the manager.

import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { TeamId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { recordAudit } from '../audit/flows/record-audit.ts'
import { extraDaysBetween, extraDaysFrom, saveExtraDay } from '../db/extra-days.ts'
import { activeMembers } from '../db/members.ts'
import { settingsNow } from '../db/settings.ts'
import type { TeamRef } from '../db/teams.ts'
import { type ExtraDay, nextAlternateDay } from '../domain/calendar.ts'
import type { TeamIdentity } from '../domain/message-facts.ts'
import { mayChangeSettings } from '../domain/org-permissions.ts'
import { workCalendar } from '../domain/work-calendar.ts'
import { announceCalendar } from './announce.ts'
import { changeInTeam } from './change-in-team.ts'
import { loadTeamIdentity } from './facts/team-identity.ts'

/** `normal`: the week pattern and the public holidays apply again. */
export interface DayChange {
  date: Temporal.PlainDate
  kind: ExtraDay | 'normal'
}

export type DayChanged = { ok: true } | { ok: false; reason: 'not-allowed' | 'past' | 'too-far-ahead' }

const MAX_DAYS_AHEAD = 731

export async function changeExtraDay(
  context: Context,
  who: Person,
  teamId: TeamId,
  change: DayChange,
): Promise<DayChanged> {
  const now = context.clock.now()
  return changeInTeam(context, who, mayChangeSettings, teamId, async (tx, ref): Promise<DayChanged> => {
    const settings = (await settingsNow(tx, ref, now))!
    const today = localDate(now, settings.zone)
    if (Temporal.PlainDate.compare(change.date, today) < 0) return { ok: false, reason: 'past' }
    if (today.until(change.date).days > MAX_DAYS_AHEAD) return { ok: false, reason: 'too-far-ahead' }
    await saveDay(tx, context, who, ref, change)
    const members = await activeMembers(tx, ref)
    await announceCalendar(tx, context, members, [change.date])
    return { ok: true }
  })
}

async function saveDay(
  tx: Transaction,
  context: Context,
  who: Person,
  { workspaceId, teamId }: TeamRef,
  change: DayChange,
): Promise<void> {
  const ref = { workspaceId, teamId }
  const date = change.date.toString()
  const recorded = await extraDaysBetween(tx, [ref], change.date, change.date)
  const before = recorded.get(teamId)?.extraDays[date] ?? 'normal'
  if (before === change.kind) return
  await saveExtraDay(tx, ref, change, { by: who.userId, at: context.clock.now() })
  await recordAudit(tx, context, [
    {
      ...{ ...ref, kind: 'day-changed', actorUserId: who.userId, userId: null, screen: '/kpi days' },
      ...{ before: { date, kind: before }, after: { date, kind: change.kind } },
    },
  ])
}

export interface DaysFacts extends TeamIdentity {
  teamId: TeamId
  today: Temporal.PlainDate
  recorded: readonly { date: Temporal.PlainDate; kind: ExtraDay }[]
  /** The next day that is worked because its weekday is worked every other week. Null: every week is alike. */
  nextAlternate: Temporal.PlainDate | null
}

export async function loadDays(context: Context, ref: TeamRef): Promise<DaysFacts> {
  const { teamId } = ref
  const team = (await loadTeamIdentity(context.db, ref.workspaceId, teamId, context.clock.now()))!
  const settings = (await settingsNow(context.db, ref, context.clock.now()))!
  const today = localDate(context.clock.now(), settings.zone)
  const recorded = await extraDaysFrom(context.db, ref, today)
  const extra = Object.fromEntries(recorded.map(({ date, kind }) => [date.toString(), kind]))
  const nextAlternate = nextAlternateDay(workCalendar(settings, extra), today)
  return { ...team, teamId, today, recorded, nextAlternate }
}
