// Lets somebody write a risk down: about themselves or their team, and whoever leads also about the people whom they lead.
import type { Context } from '../../core/context.ts'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import type { TeamId, UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { periodOf } from '../../numbers/domain/period.ts'
import { memberOf } from '../../org/db/members.ts'
import { settingsNow, settingsOfTeamsNow } from '../../org/db/settings.ts'
import { weekStart } from '../../org/domain/calendar.ts'
import { type Actor, may } from '../../org/domain/permissions.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { loadTeamDays } from '../../org/flows/load-team-days.ts'
import { findWarning, lockWarnings } from '../db/episodes.ts'
import { decideNewRisk } from '../domain/decide-raised.ts'
import type { Level } from '../domain/level.ts'
import { mayRaiseRisk } from '../domain/permissions.ts'
import type { RaisedRisk } from '../domain/signals/raised-by-hand.ts'
import { riskOf, type Warning } from '../domain/warning.ts'
import { ensureRules } from './ensure-rules.ts'
import { loadLadders } from './load-ladders.ts'
import { saveDecisions } from './save-decisions.ts'

export interface RaisableTeam {
  teamId: TeamId
  name: string
  /** The person leads it, and so may raise a risk about anyone in it. */
  leads: boolean
}

/** Those that the person leads first. */
export async function raisableTeams(
  q: Queryable,
  who: Person,
  now: Temporal.Instant,
): Promise<RaisableTeam[]> {
  const { workspaceId } = who
  const actor = await actorOf(q, who, now)
  const { memberOf, manages, actsFor, directs } = actor
  const led = who.isGuest ? [] : [...new Set([...manages, ...actsFor, ...directs])]
  const own = { workspaceId, userId: who.userId }
  const teamIds = [...new Set([...led, ...memberOf])].filter((teamId) =>
    may(actor, mayRaiseRisk, { ...own, teamId }),
  )
  const refs = teamIds.map((teamId) => ({ workspaceId, teamId }))
  const settings = await settingsOfTeamsNow(q, refs, now)
  return teamIds.flatMap((teamId) => {
    const found = settings.get(teamId)
    return found ? [{ teamId, name: found.name, leads: led.includes(teamId) }] : []
  })
}

export interface RiskWish {
  /** Made when the form was opened: the same form submitted twice is one risk. */
  riskId: string
  teamId: TeamId
  /** Null: the team as a whole. */
  userId: UserId | null
  risk: Pick<RaisedRisk, 'text' | 'customer' | 'expectedOn' | 'probability' | 'impact'>
}

export type RiskRaised =
  /** `told`: who else is written to at once. */
  | { ok: true; level: Level; told: readonly UserId[] }
  | { ok: false; reason: 'not-allowed' | 'not-in-team' | 'off' | 'past' }

export async function raiseRisk(context: Context, who: Person, wish: RiskWish): Promise<RiskRaised> {
  const now = context.clock.now()
  const { workspaceId } = who
  return context.db.transaction(async (tx): Promise<RiskRaised> => {
    const actor = await actorOf(tx, who, now)
    const teamId = await teamFor(tx, actor, wish)
    if (!teamId) return { ok: false, reason: wish.userId === who.userId ? 'not-allowed' : 'not-in-team' }
    await lockWarnings(tx, [{ workspaceId, teamId }])
    const before = await findWarning(tx, workspaceId, wish.riskId)
    if (!before) return open(tx, context, who, { ...wish, teamId })
    return riskOf(before)?.raisedBy === who.userId
      ? raised(before, who)
      : { ok: false, reason: 'not-allowed' }
  })
}

/** The chosen team, or another one of the person's. Null: it may be raised in none of them. */
async function teamFor(q: Queryable, actor: Actor, { teamId, userId }: RiskWish): Promise<TeamId | null> {
  const { workspaceId } = actor
  const isAllowed = (one: TeamId) =>
    may(actor, mayRaiseRisk, { workspaceId, teamId: one, userId: userId ?? actor.userId })
  if (userId === null) return isAllowed(teamId) ? teamId : null
  const own = (await memberOf(q, workspaceId, userId)).map((member) => member.teamId).filter(isAllowed)
  return own.includes(teamId) ? teamId : (own[0] ?? null)
}

const raised = ({ episode }: Pick<Warning, 'episode'>, { userId }: Person): RiskRaised => ({
  ...{ ok: true, level: episode.level },
  told: episode.told.filter((one) => one !== userId),
})

async function open(
  tx: Transaction,
  context: Context,
  who: Person,
  { riskId, teamId, userId, risk }: RiskWish,
): Promise<RiskRaised> {
  const { workspaceId } = who
  const now = context.clock.now()
  const ref = { workspaceId, teamId }
  const settings = await settingsNow(tx, ref, now)
  const date = localDate(now, settings?.zone ?? who.zone)
  const day = (await loadTeamDays(tx, [ref], date)).get(teamId)
  const of = day?.members.find(({ member }) => member.userId === userId)
  if (!day || (userId !== null && !of)) return { ok: false, reason: 'not-in-team' }
  if (risk.expectedOn && Temporal.PlainDate.compare(risk.expectedOn, date) < 0)
    return { ok: false, reason: 'past' }
  const rules = (await ensureRules(tx, [day], now)).filter((one) => one.teamId === teamId)
  const rule = rules.find(({ signal, active }) => signal === 'raised-by-hand' && active)
  if (!rule) return { ok: false, reason: 'off' }
  const period = periodOf('month', date, weekStart(day.settings.workDays))
  const warning = {
    ...{ workspaceId, teamId, episodeId: riskId, ruleId: rule.ruleId, signal: rule.signal },
    ...{ memberId: of?.member.memberId ?? null, metricKey: '', version: 0 },
    ...{ periodFrom: period.from, periodTo: period.to },
    evidence: { ...risk, score: risk.probability * risk.impact, raisedBy: who.userId, ratedBy: who.userId },
  }
  const ladder = (await loadLadders(tx, [day], now)).get(teamId)!
  const decided = decideNewRisk(warning, { day, rules, ladder }, { date, now })
  await saveDecisions(tx, context, [decided], new Map([[teamId, day]]))
  return raised({ episode: decided.decision.next! }, who)
}
