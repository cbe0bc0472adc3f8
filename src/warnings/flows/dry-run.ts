// Tries a rule on a team's last 60 days, for whoever leads the team: nothing is saved, and nobody is told.
import { setImmediate } from 'node:timers/promises'
import type { Context } from '../../core/context.ts'
import type { Queryable } from '../../core/db/client.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { recordReading } from '../../org/audit/flows/record-reading.ts'
import { settingsNow } from '../../org/db/settings.ts'
import { loadTeam } from '../../org/db/teams.ts'
import { may } from '../../org/domain/permissions.ts'
import type { Team } from '../../org/domain/team.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { DRY_RUN_DAYS, type DryRun, dryRunOf, hasPast } from '../domain/dry-run.ts'
import type { Level } from '../domain/level.ts'
import { looksOn, type TeamRecord } from '../domain/past-look.ts'
import { mayChangeRules, maySeeWarning } from '../domain/permissions.ts'
import { readSignal } from '../domain/read-signal.ts'
import { NOTHING_REPLAYED, type PastLook, replayLook } from '../domain/replay.ts'
import type { Rule } from '../domain/warning.ts'
import { loadRecord } from './load-record.ts'

export interface DryRunView extends Omit<DryRun, 'warnings'> {
  teamName: string
  /** The latest, of people whose warnings the reader may see. */
  latest: readonly { name: string; level: Level; openedOn: Temporal.PlainDate }[]
}

/** `no-past`: only how it is now is known of what the rule looks at. `too-new`: nobody has been asked yet. `not-judged`: there was no target, or too few numbers. */
export type DryRunOutcome =
  | { ok: true; view: DryRunView }
  | { ok: false; reason: 'not-allowed' | 'no-past' | 'too-new' | 'not-judged' }

const SHOWN = 5

/** `rule`: as it is drafted, whether it is saved or not. */
export async function tryRule(context: Context, who: Person, rule: Rule): Promise<DryRunOutcome> {
  const { db, clock } = context
  const now = clock.now()
  const { workspaceId, teamId } = rule
  const actor = await actorOf(db, who, now)
  if (
    workspaceId !== who.workspaceId ||
    !may(actor, mayChangeRules, { workspaceId, teamId, userId: who.userId })
  )
    return { ok: false, reason: 'not-allowed' }
  if (!hasPast(rule.signal)) return { ok: false, reason: 'no-past' }
  const team = await loadTeam(db, workspaceId, teamId)
  const settings = team && (await settingsNow(db, team, now))
  if (!team || !settings) return { ok: false, reason: 'not-allowed' }
  const found = await replayRule(db, team, { ...rule, active: true }, settings.zone, now)
  if (!found) return { ok: false, reason: 'too-new' }
  const { run, record } = found
  if (!run) return { ok: false, reason: 'not-judged' }
  const people = new Map(record.members.map(({ member, person }) => [member.memberId, person]))
  const shown = run.warnings
    .flatMap(({ memberId, level, openedOn }) => {
      const person = people.get(memberId)
      const subject = { workspaceId, teamId, userId: person?.userId ?? '' }
      return person && may(actor, maySeeWarning, subject) ? [{ person, level, openedOn }] : []
    })
    .slice(0, SHOWN)
  await recordReading(
    db,
    context,
    who,
    [...new Set(shown.map(({ person }) => person.userId))].map((userId) => ({ userId, what: 'numbers' })),
  )
  const latest = shown.map(({ person, level, openedOn }) => ({ name: person.name, level, openedOn }))
  const { warnings: _, ...counted } = run
  return { ok: true, view: { ...counted, teamName: settings.name, latest } }
}

/** Null: nobody was asked on any date. `run` null: on none could the rule judge anybody. */
async function replayRule(
  q: Queryable,
  team: Team,
  rule: Rule,
  zone: string,
  now: Temporal.Instant,
): Promise<{ run: DryRun | null; record: TeamRecord } | null> {
  const today = localDate(now, zone)
  const span = { from: today.subtract({ days: DRY_RUN_DAYS }), to: today.subtract({ days: 1 }) }
  const record = await loadRecord(q, team, rule, span, now)
  if (!record) return null
  let replay = NOTHING_REPLAYED
  const dates: { date: Temporal.PlainDate; judged: boolean }[] = []
  for (
    let { from: date } = span;
    Temporal.PlainDate.compare(date, span.to) <= 0;
    date = date.add({ days: 1 })
  ) {
    const looks = looksOn(record, date)
    if (looks.length > 0) dates.push({ date, judged: looks.some((look) => judges(rule, look)) })
    for (const look of looks) replay = replayLook(replay, [rule], look)
    // Others are answered between two dates.
    await setImmediate()
  }
  const userOf = new Map(record.members.map(({ member }) => [member.memberId, member.userId]))
  const run = dryRunOf(replay, { dates, userOf, ladder: record.ladder, zone })
  return dates.length > 0 ? { run, record } : null
}

const judges = (rule: Rule, { known: { day, facts } }: PastLook): boolean =>
  day.members.some((of) => (readSignal(rule, of, facts)?.reading ?? null) !== null)
