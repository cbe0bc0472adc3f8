// Decides about what was raised by hand: it has the level at which people rate it, and stays until somebody ends it.
import type { UserId } from '../../core/ids.ts'
import type { TeamDay } from '../../org/domain/team-day.ts'
import { decideEpisode } from './decide-episode.ts'
import type { Act, Decision, Facts } from './decision.ts'
import type { Episode } from './episode.ts'
import { ladderOf, type TeamLadder } from './ladder-of.ts'
import { DEFAULT_PROCEDURE } from './procedure.ts'
import { defaultSettings } from './rule-settings.ts'
import { type RiskEvidence, raisedByHand } from './signals/raised-by-hand.ts'
import type { Rule, Warning } from './warning.ts'

interface RaisedFacts {
  day: TeamDay
  rules: readonly Rule[]
  ladder: TeamLadder
}

interface RaisedLook {
  date: Temporal.PlainDate
  now: Temporal.Instant
  act?: { episodeId: string; act: Act }
}

/** As of any other warning. */
interface DecidedRisk {
  warning: About
  before: Episode | null
  decision: Decision
  evidence: RiskEvidence
  repUserId: UserId
}

type About = Omit<Warning, 'episode'>

/** Neither a month that ends nor somebody's leave ends it; a rule that is switched off does. */
export function decideRaised(warning: Warning, known: RaisedFacts, look: RaisedLook): DecidedRisk {
  const act = look.act?.episodeId === warning.episodeId ? look.act.act : null
  return decided(warning, warning.episode, known, look, act)
}

/** A new one; who raises it does not have to wait for a morning. */
export const decideNewRisk = (
  warning: About,
  known: RaisedFacts,
  look: Omit<RaisedLook, 'act'>,
): DecidedRisk => {
  const { raisedBy: by } = warning.evidence as RiskEvidence
  return decided(warning, null, known, look, { kind: 'raise', by })
}

function decided(
  warning: About,
  before: Episode | null,
  { day, rules, ladder }: RaisedFacts,
  { date, now }: RaisedLook,
  act: Act | null,
): DecidedRisk {
  const risk = warning.evidence as RiskEvidence
  const rated = act?.kind === 'rate' ? { ...risk, ...act.rating, ratedBy: act.by } : risk
  const rule = rules.find(({ ruleId }) => ruleId === warning.ruleId)
  const { evidence, ...reading } = raisedByHand(rated, rule?.settings ?? defaultSettings('raised-by-hand'))
  const member = day.members.find((of) => of.member.memberId === warning.memberId)?.member
  const hasLeft = member?.leftOn ? Temporal.PlainDate.compare(member.leftOn, date) < 0 : !member
  const isLeft = warning.memberId !== null && hasLeft
  const closing = isLeft ? 'left' : rule?.active ? null : 'rule-off'
  const facts: Facts = {
    ...{ now, act, reading, morning: before ? null : date, closing, higherElsewhere: false },
    ...{ dismissed: null, rule: { streak: 1, procedure: rule?.procedure ?? DEFAULT_PROCEDURE } },
    // Whoever has raised a risk of the team hears of it like the one whom a warning is about.
    ladder:
      warning.memberId === null
        ? { ...ladderOf(ladder, null), rep: risk.raisedBy }
        : ladderOf(ladder, member?.userId ?? null),
  }
  const decision = decideEpisode(before, facts)
  return { warning, before, decision, evidence, repUserId: member?.userId ?? risk.raisedBy }
}
