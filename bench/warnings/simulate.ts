// Plays rules over the simulated year as the bot decides about them, and keeps every warning that somebody is told of.
import type { DefaultRule } from '../../src/warnings/domain/default-rules.ts'
import type { Level } from '../../src/warnings/domain/level.ts'
import { looksOn } from '../../src/warnings/domain/past-look.ts'
import { WARNINGS_CLOSE } from '../../src/warnings/domain/plan-evaluation.ts'
import {
  DEFAULT_PROCEDURE,
  type LevelProcedure,
  type Procedure,
} from '../../src/warnings/domain/procedure.ts'
import {
  NOTHING_REPLAYED,
  type Replay,
  type ReplayedMessage,
  replayLook,
} from '../../src/warnings/domain/replay.ts'
import type { Rule } from '../../src/warnings/domain/warning.ts'
import { monthOf, type SimulatedMember } from './company.ts'
import { MANAGER, placeOf, recordOf, TEAM, WORKSPACE } from './record.ts'

export interface Told {
  team: number
  /** Within the company. */
  member: number
  rule: string
  level: Level
  date: Temporal.PlainDate
  month: number
  /** Working days of the member left in the month, this one included. */
  daysLeft: number
}

export const TEAM_SIZE = 8

export const nameOf = ({ signal, metric }: DefaultRule): string => (metric ? `${signal}, ${metric}` : signal)

export function simulate(company: readonly SimulatedMember[], rules: readonly DefaultRule[]): Told[] {
  const told: Told[] = []
  for (let first = 0; first < company.length; first += TEAM_SIZE)
    told.push(...simulateTeam(company.slice(first, first + TEAM_SIZE), first, rules.map(ruleOf)))
  return told
}

/** What is told later, because nobody answers, is no warning of its own. */
const withoutSteps = (of: LevelProcedure): LevelProcedure => ({ ...of, answerWithin: null })
const { blue, yellow, red } = DEFAULT_PROCEDURE
const PROCEDURE: Procedure = {
  ...{ blue: withoutSteps(blue), yellow: withoutSteps(yellow), red: withoutSteps(red) },
}

const ruleOf = (of: DefaultRule): Rule => ({
  ...{ workspaceId: WORKSPACE, teamId: TEAM, ruleId: nameOf(of), preset: nameOf(of), signal: of.signal },
  ...{ metricKey: of.metric, settings: of.settings, procedure: PROCEDURE, muted: [], active: true },
})

function simulateTeam(team: readonly SimulatedMember[], first: number, rules: readonly Rule[]): Told[] {
  const record = recordOf(team, first)
  const dates = new Map(team.flatMap(({ days }) => days.map(({ date }) => [date.toString(), date])))
  let replay: Replay = NOTHING_REPLAYED
  for (const date of [...dates.values()].toSorted(Temporal.PlainDate.compare))
    for (const { known, look } of looksOn(record, date, [WARNINGS_CLOSE]))
      replay = replayLook(replay, rules, { known, look: { ...look, isMorning: true } })
  return replay.messages.flatMap((message) => {
    const member = placeOf(message.memberId)
    const { date, level } = message
    const month = monthOf(date)
    if (!isTold(message) || month === 0) return []
    const daysLeft = team[member - first]!.days.filter(
      (day) => day.month === month && Temporal.PlainDate.compare(day.date, date) >= 0,
    ).length
    return [{ team: first / TEAM_SIZE, member, rule: message.ruleId, level, date, month, daysLeft }]
  })
}

/** A yellow or red one as the manager gets it, a blue one as the rep does: each once for a level. */
const isTold = ({ userId, what, level }: ReplayedMessage): boolean =>
  (what === 'warning' || what === 'raised') && (userId === MANAGER) === (level !== 'blue')
