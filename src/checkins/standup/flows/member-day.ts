// Works out one member's standup on one date from its facts: by which clock, what was answered, what may be done now.

import type { Person } from '../../../core/person.ts'
import { isAsked } from '../../../org/domain/asked.ts'
import { workingFraction } from '../../../org/domain/calendar.ts'
import { type CheckinWindow, zoneOf } from '../../../org/domain/checkin-window.ts'
import { windowOf } from '../../../org/domain/team-day.ts'
import type { StandupFacts } from '../db/standup-facts.ts'
import { canFile, type Filing, type StandupState, standupState } from '../domain/standup.ts'

export interface MemberDay extends StandupFacts {
  zone: string
  window: CheckinWindow
  state: StandupState
  /** False: they are off while it is asked and answered. */
  asked: boolean
}

/** `zone`: the person's own, as Slack has it. */
export function memberDayOf(
  facts: StandupFacts,
  person: Pick<Person, 'zone'>,
  now: Temporal.Instant,
): MemberDay {
  const { date, settings, calendar, entry } = facts
  const zone = zoneOf(settings, person.zone)
  const window = windowOf(settings, { calendar, zone }, date)
  const excused = workingFraction(calendar, date) === 0
  return {
    ...facts,
    zone,
    window,
    state: standupState(entry, excused, window, now),
    asked: isAsked(calendar, window, zone),
  }
}

/** Whether it can be filed or edited now. Who was not asked is never late with it. */
export function filingOf({ state, window, asked }: MemberDay, now: Temporal.Instant): Filing {
  const filing = canFile(state, window, now)
  return filing.ok ? { ok: true, late: filing.late && asked } : filing
}
