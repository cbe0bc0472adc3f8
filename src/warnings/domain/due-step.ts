// Decides what the clock of a warning brings when it runs out, and who hears that it runs from now.
import type { UserId } from '../../core/ids.ts'
import { isBefore } from '../../core/time.ts'
import { type Decision, type Facts, noted, remind, tell } from './decision.ts'
import type { Episode, Note } from './episode.ts'
import { type Answerer, type Step, stepsOf } from './procedure.ts'
import { clockStarted, stepAt } from './step-at.ts'

/** The step that is due by now, if there is one: the next one to tell, a promise to look at, the end of a put-off. */
export function clockLooked(decision: Decision, facts: Facts): Decision {
  const episode = decision.next!
  if (!episode.nextAt || isBefore(facts.now, episode.nextAt)) return decision
  if (episode.state === 'acknowledged') return promiseBroken(decision, facts)
  if (episode.state === 'snoozed') return snoozeOver(decision, facts)
  const step = stepsOf(episode.procedure[episode.level])[episode.step]
  return step ? stepTaken(decision, step, facts) : { ...decision, next: { ...episode, nextAt: null } }
}

function stepTaken(decision: Decision, step: Step, facts: Facts): Decision {
  const { manager, director, lastResort } = facts.ladder
  const episode = decision.next!
  const taken = { ...episode, step: episode.step + 1 }
  const next = { ...decision, next: { ...taken, nextAt: stepAt(taken, facts) } }
  const idOf = (who: Answerer | null) => who?.userId ?? null
  const [one, above, top] = [idOf(manager), idOf(director), idOf(lastResort)]
  if (step.kind === 'repeat') return noted(remind(next, [one, above], 'repeated'), facts, 'repeated')
  const up = step.kind === 'escalate' ? above : top
  const isNew = up && !episode.told.includes(up)
  const told = isNew ? tell(next, [up], 'repeated') : remind(next, [one, above, top], 'repeated')
  const reason = step.kind === 'escalate' ? 'escalated' : 'last-resort'
  // Where nobody is above it is a reminder.
  return noted(told, facts, up ? reason : 'repeated')
}

/** The metric was looked at on the promised date, and is not where it should be. */
function promiseBroken(decision: Decision, facts: Facts): Decision {
  const episode = decision.next!
  // Without a look nobody can say that a promise was not kept.
  if (!facts.reading) return decision
  const { manager, director, lastResort } = facts.ladder
  const by = episode.acknowledgement!.by
  const above = [...(episode.level === 'blue' ? [manager] : []), director, lastResort]
  // Nobody is the step above themself.
  const up = above.find((one) => one && one.userId !== by)?.userId ?? null
  const own = by === director?.userId ? by : null
  const open: Episode = { ...episode, state: 'open', step: Math.max(episode.step, 1) }
  const next = { ...decision, next: { ...open, nextAt: stepAt(open, facts) } }
  const told = tell(next, [own, up], 'promise-broken')
  return noted(remind(told, [manager?.userId ?? null, by], 'promise-broken'), facts, 'promise-broken')
}

function snoozeOver(decision: Decision, facts: Facts): Decision {
  const episode = decision.next!
  const open: Episode = { ...episode, state: 'open' }
  // Behind a higher one it says so once it is in front again.
  const next = facts.higherElsewhere
    ? { ...decision, next: { ...open, silenced: true, nextAt: null } }
    : goesOn(decision, open, episode.snooze!.by, 'snooze-over', facts)
  return noted(next, facts, 'snooze-over')
}

/** Its clock runs from now: whoever has to answer hears so, and who had put it off; not the one who has just brought it about. */
export function goesOn(
  decision: Decision,
  open: Episode,
  putOffBy: UserId | null,
  note: Note,
  facts: Facts,
): Decision {
  const { act, ladder } = facts
  const { atOnce, answerWithin } = open.procedure[open.level]
  const hasToAnswer = answerWithin !== null || atOnce.includes('manager')
  const answerers = hasToAnswer ? [ladder.manager, open.step > 0 ? ladder.director : null] : []
  const who = [...answerers.map((one) => one?.userId ?? null), putOffBy]
  const next = { ...decision, next: clockStarted(open, facts) }
  return tell(
    next,
    who.filter((userId) => userId !== act?.by),
    note,
  )
}
