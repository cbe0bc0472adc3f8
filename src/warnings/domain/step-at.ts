// Says when the next step of a warning is due: in the working time of whoever has to answer, and when its hearers are at work.
import type { Facts } from './decision.ts'
import type { Episode } from './episode.ts'
import { minutesOf, stepsOf } from './procedure.ts'
import { afterWorkingTime, withinHoursOf } from './working-time.ts'

/** The time to answer begins now. */
export const clockStarted = (episode: Episode, facts: Facts): Episode => ({
  ...{ ...episode, nextAt: stepAt(episode, facts), clockFrom: facts.now },
})

/** Counted from now. Null: none is left. */
export function stepAt(episode: Episode, { now, ladder }: Facts): Temporal.Instant | null {
  const { manager, director, lastResort, isAlone } = ladder
  if (isAlone) return null
  const step = stepsOf(episode.procedure[episode.level])[episode.step]
  if (!step) return null
  if (step.kind === 'escalate' && !manager) return now
  const answers = step.kind === 'escalate' ? manager : (director ?? manager)
  if (!answers) return now.add({ hours: 24 })
  const due = afterWorkingTime(now, minutesOf(step.after, answers.schedule), answers.schedule)
  // Nobody is reminded at night because somebody else is at work.
  const hear = { escalate: [director], repeat: [director, manager], 'last-resort': [lastResort] }[step.kind]
  return withinHoursOf(
    due,
    hear.flatMap((who) => (who ? [who.schedule] : [])),
  )
}
