// A warning's world in memory: one subject, who is there, and a clock; each move is decided, and what was told is written down.
import { decideEpisode } from '../../src/warnings/domain/decide-episode.ts'
import type { Act, Decision, Facts } from '../../src/warnings/domain/decision.ts'
import type { Closing, Episode, EpisodeEvent, Note } from '../../src/warnings/domain/episode.ts'
import type { Level } from '../../src/warnings/domain/level.ts'
import { type Answerer, DEFAULT_PROCEDURE, type Procedure } from '../../src/warnings/domain/procedure.ts'
import type { WorkingSchedule } from '../../src/warnings/domain/working-time.ts'

export const weekdays: WorkingSchedule = {
  zone: 'Europe/Berlin',
  hours: { from: '09:00', to: '18:00' },
  worksOn: ({ dayOfWeek }) => dayOfWeek <= 5,
}

const answerer = (userId: string): Answerer => ({ userId, schedule: weekdays })
export const REP = 'U-rep'
export const MANAGER = 'U-manager'
export const DELEGATE = 'U-delegate'
export const DIRECTOR = 'U-director'
export const CHIEF = 'U-chief'

export const instant = (local: string) => Temporal.ZonedDateTime.from(`${local}[Europe/Berlin]`).toInstant()

export interface Told {
  at: Temporal.Instant
  userId: string
  what: 'posted' | Note
}

export function episodeWorld(start = '2026-03-09T09:00') {
  const world = {
    now: instant(start),
    episode: null as Episode | null,
    closed: [] as Episode[],
    told: [] as Told[],
    events: [] as EpisodeEvent[],
    dismissed: null as Level | null,
    higherElsewhere: false,
    closing: null as Closing | null,
    rule: { streak: 2, procedure: DEFAULT_PROCEDURE as Procedure },
    ladder: {
      rep: REP as string | null,
      manager: answerer(MANAGER) as Answerer | null,
      director: answerer(DIRECTOR) as Answerer | null,
      lastResort: answerer(CHIEF) as Answerer | null,
      isAlone: false,
    },
    present: answerer,
    moveTo: (local: string) => {
      world.now = instant(local)
    },
    decide: (more: Partial<Facts> = {}): Decision => {
      const { now, closing, higherElsewhere, dismissed, rule, ladder } = world
      const facts = {
        now,
        closing,
        higherElsewhere,
        dismissed,
        rule,
        ladder,
        reading: null,
        morning: null,
        act: null,
      }
      const decision = decideEpisode(world.episode, { ...facts, ...more })
      world.events.push(...decision.events)
      world.told.push(...decision.posts.map(({ userId }) => ({ at: now, userId, what: 'posted' as const })))
      world.told.push(...decision.notes.map(({ userId, note }) => ({ at: now, userId, what: note })))
      const { next } = decision
      world.episode = next?.state === 'resolved' ? null : next
      if (next?.state === 'resolved') {
        world.closed.push(next)
        if (next.resolved?.reason === 'not-a-risk') world.dismissed = next.level
      }
      return decision
    },
    /** Looks at the number; `held` as the clear threshold has it. `of`: a working morning. */
    read: (reached: Level | undefined, held = reached, morning = true): Decision =>
      world.decide({
        reading: { reached, held },
        morning: morning ? world.now.toZonedDateTimeISO('Europe/Berlin').toPlainDate() : null,
      }),
    /** The clock's look: the number is as it was. */
    tick: (): Decision => {
      const level = world.episode?.level
      return world.decide({ reading: { reached: level, held: level } })
    },
    act: (act: Act): Decision => world.decide({ act }),
    acknowledge: (until: string, by = MANAGER): Decision =>
      world.act({
        ...{ kind: 'acknowledge', by, action: 'Two demos a day', until: Temporal.PlainDate.from(until) },
        lookAt: instant(`${until}T09:00`),
      }),
    /** `most`: the last day that a first time allows. */
    putOff: (until: string, most: string, by = MANAGER): Decision =>
      world.act({
        ...{ kind: 'snooze', by, until: Temporal.PlainDate.from(until) },
        ...{ lookAt: instant(`${until}T09:00`), most: instant(`${most}T09:00`) },
      }),
    /** On Monday and Tuesday, 09:00 each. */
    opened: (level: Level) => {
      world.moveTo('2026-03-09T09:00')
      world.read(level)
      world.moveTo('2026-03-10T09:00')
      return world.read(level)
    },
    toldTo: (userId: string) => world.told.filter((one) => one.userId === userId).map(({ what }) => what),
  }
  return world
}
