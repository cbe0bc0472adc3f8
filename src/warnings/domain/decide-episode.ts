// Decides what becomes of a warning: its next state, the events, and who is told what, from what is known at one instant.
import { isBefore } from '../../core/time.ts'
import { type Act, type Decision, type Facts, NOTHING, noted, remind, tell } from './decision.ts'
import { clockLooked, goesOn } from './due-step.ts'
import type { Closing, Episode } from './episode.ts'
import { LEVELS, type Level } from './level.ts'
import { mostPutOff } from './put-off.ts'
import { clockStarted, stepAt } from './step-at.ts'

const rank = (level: Level | undefined | null) => (level ? LEVELS.indexOf(level) : -1)

/** Each event says from where it led. */
export function decideEpisode(episode: Episode | null, facts: Facts): Decision {
  const decision = decided(episode, facts)
  let from = episode && { state: episode.state, level: episode.level }
  const events = decision.events.map((event) => {
    const chained = { ...event, from }
    from = event.to
    return chained
  })
  return { ...decision, events }
}

function decided(episode: Episode | null, facts: Facts): Decision {
  if (!episode) return begin(facts)
  if (episode.state === 'resolved') return { ...NOTHING, next: episode, reason: 'already-closed' }
  const before: Decision = { ...NOTHING, next: episode, reason: 'up-to-date' }
  if (episode.state === 'pending')
    return facts.closing ? { ...NOTHING, next: null, reason: 'forgotten' } : seenAgain(before, episode, facts)
  if (facts.closing) return resolve(before, facts, facts.closing)
  if (facts.act) return answered(before, episode, facts, facts.act)
  return watched(before, facts)
}

function begin(facts: Facts): Decision {
  const { reading, closing, dismissed, morning, rule } = facts
  const reached = reading?.reached
  const isNews = rank(reached) > rank(dismissed)
  if (!reached || closing || !isNews || (!morning && rule.streak > 1))
    return { ...NOTHING, next: null, reason: 'nothing' }
  const fresh: Episode = {
    ...{ state: 'pending', level: reached, peak: reached, streak: 0, lastMorning: null, openedAt: null },
    ...{ procedure: rule.procedure, step: 0, nextAt: null, clockFrom: null, silenced: false },
    ...{ acknowledgement: null, snooze: null, putOffUntil: null, told: [], resolved: null },
  }
  return seenAgain({ ...NOTHING, next: fresh, reason: 'seen' }, fresh, facts)
}

/** Counts the mornings, and opens the warning after enough of them. */
function seenAgain(decision: Decision, episode: Episode, facts: Facts): Decision {
  const { reading, morning, rule, now, higherElsewhere } = facts
  if (!reading) return decision
  const { reached } = reading
  if (!reached) return morning ? { ...NOTHING, next: null, reason: 'forgotten' } : decision
  const isNew =
    morning !== null && (!episode.lastMorning || Temporal.PlainDate.compare(morning, episode.lastMorning) > 0)
  const streak = episode.streak + (isNew ? 1 : 0)
  const seen = {
    ...episode,
    level: reached,
    peak: reached,
    streak,
    lastMorning: isNew ? morning : episode.lastMorning,
  }
  if (higherElsewhere || streak < rule.streak)
    return isNew || reached !== episode.level ? { ...decision, next: seen, reason: 'seen' } : decision
  const opened: Episode = { ...seen, state: 'open', openedAt: now, procedure: rule.procedure }
  const told = reach({ ...decision, next: opened }, facts)
  return clockLooked(noted(told, facts, 'opened'), facts)
}

/** Level, silence and clock, in this order. */
function watched(decision: Decision, facts: Facts): Decision {
  if (facts.reading && facts.reading.held === undefined) return resolve(decision, facts, 'recovered')
  if (facts.backAt) return putOff(decision, facts, facts.backAt)
  const levelled = levelRead(targetSeen(backAgain(decision, facts), facts), facts)
  return standIn(clockLooked(silenceRead(levelled, facts), facts), facts)
}

/** No step is taken about somebody who is on leave: the time to answer begins anew when they are back. */
function putOff(decision: Decision, facts: Facts, backAt: Temporal.Instant): Decision {
  const episode = decision.next!
  const { state, nextAt: due } = episode
  if (!due || !isBefore(due, backAt) || state === 'acknowledged') return decision
  const later =
    state === 'open' ? clockStarted(episode, { ...facts, now: backAt }) : { ...episode, nextAt: backAt }
  return noted({ ...decision, next: { ...later, putOffUntil: backAt } }, facts, 'leave-awaited')
}

/** Where they are back before that, because the leave was cancelled or made shorter, the time to answer begins now. */
function backAgain(decision: Decision, facts: Facts): Decision {
  const episode = decision.next!
  const { state, nextAt, putOffUntil } = episode
  if (!putOffUntil) return decision
  const here = { ...episode, putOffUntil: null }
  if (state !== 'open' || !nextAt || !isBefore(facts.now, putOffUntil)) return { ...decision, next: here }
  return noted({ ...decision, next: clockStarted(here, facts) }, facts, 'back-from-leave')
}

/** It goes on by the target before, and says so. */
const targetSeen = (decision: Decision, facts: Facts): Decision =>
  facts.targetLowered && facts.reading
    ? noted({ ...decision, next: { ...decision.next! } }, facts, 'target-lowered')
    : decision

function levelRead(decision: Decision, facts: Facts): Decision {
  const { reading } = facts
  const episode = decision.next!
  if (!reading?.held) return decision
  const { reached, held } = reading
  if (rank(reached) > rank(episode.level)) return raise(decision, reached!, facts)
  if (rank(held) >= rank(episode.level)) return decision
  return noted({ ...decision, next: lowered({ ...episode, level: held }, facts) }, facts, 'lowered')
}

/** It has the time of its new level, counted from when the one before was told; never less than it had. */
function lowered(episode: Episode, facts: Facts): Episode {
  const { state, level, step, nextAt, clockFrom } = episode
  if (state !== 'open') return episode
  if (level === 'blue') return { ...episode, nextAt: null, clockFrom: null }
  if (step > 0 || !nextAt || !clockFrom) return episode
  const own = stepAt(episode, { ...facts, now: clockFrom })
  return own && isBefore(nextAt, own) ? { ...episode, nextAt: own } : episode
}

/** Up to a level that was told before it goes on quietly; what was acknowledged or snoozed at a lower level is open again. */
function raise(decision: Decision, level: Level, facts: Facts): Decision {
  const episode = decision.next!
  const { state, peak, acknowledgement, snooze, silenced } = episode
  const covered =
    state === 'acknowledged' ? acknowledgement!.level : state === 'snoozed' ? snooze!.level : null
  const higher = { ...episode, level }
  const isNews = covered ? rank(level) > rank(covered) : rank(level) > rank(peak)
  if (silenced || (!isNews && covered)) return noted({ ...decision, next: higher }, facts, 'raised')
  if (isNews) return noted(reach({ ...decision, next: { ...higher, state: 'open' } }, facts), facts, 'raised')
  return noted({ ...decision, next: raisedAgain(higher, facts) }, facts, 'raised')
}

/** Its time goes on as if it had never been lower, so that nobody gains by going up and down. */
function raisedAgain(episode: Episode, facts: Facts): Episode {
  const { step, nextAt, clockFrom } = episode
  if (!nextAt) return clockStarted(episode, facts)
  return step > 0 || !clockFrom
    ? episode
    : { ...episode, nextAt: stepAt(episode, { ...facts, now: clockFrom }) }
}

/** The level is told to whom its procedure names, and its clock starts. */
function reach(decision: Decision, facts: Facts): Decision {
  const { rep, manager } = facts.ladder
  const episode = decision.next!
  const atOnce = episode.procedure[episode.level].atOnce.map((who) =>
    who === 'rep' ? rep : (manager?.userId ?? null),
  )
  const reached = { ...episode, peak: episode.level, step: 0 }
  return tell({ ...decision, next: clockStarted(reached, facts) }, atOnce, 'raised')
}

/**
 * While a higher warning about the same number is open, no step of this one is taken. In front again it says so: the one that stood in
 * front may just have told its end, which sounds like the end of this one.
 */
function silenceRead(decision: Decision, facts: Facts): Decision {
  const episode = decision.next!
  const { state, silenced, level, peak } = episode
  if (!facts.reading || state !== 'open' || silenced === facts.higherElsewhere) return decision
  if (!silenced)
    return noted({ ...decision, next: { ...episode, silenced: true, nextAt: null } }, facts, 'silenced')
  const heard = { ...episode, silenced: false }
  if (rank(level) > rank(peak)) return noted(reach({ ...decision, next: heard }, facts), facts, 'unsilenced')
  const { rep, manager } = facts.ladder
  const told = goesOn(decision, heard, null, 'still-open', facts)
  return noted(remind(told, [rep, manager?.userId ?? null], 'still-open'), facts, 'unsilenced')
}

/** Whoever stands in for the manager gets what waits for the manager, with their own time to answer; where nobody does, the next step up is taken at once. */
function standIn(decision: Decision, facts: Facts): Decision {
  const episode = decision.next!
  const { manager, isAlone } = facts.ladder
  const { atOnce, answerWithin } = episode.procedure[episode.level]
  if (episode.state !== 'open' || episode.silenced || !atOnce.includes('manager')) return decision
  if (manager) {
    if (episode.told.includes(manager.userId)) return decision
    const next = episode.step === 0 ? clockStarted(episode, facts) : episode
    return noted(tell({ ...decision, next }, [manager.userId], 'raised'), facts, 'stand-in')
  }
  if (!answerWithin || episode.step > 0 || isAlone) return decision
  return clockLooked({ ...decision, next: { ...episode, nextAt: facts.now } }, facts)
}

function answered(decision: Decision, episode: Episode, facts: Facts, act: Act): Decision {
  if (act.kind === 'dismiss') return resolve(decision, facts, 'not-a-risk')
  if (act.kind === 'solve') return resolve(decision, facts, 'solved')
  if (act.kind === 'raise') return decision
  if (act.kind === 'rate') return rated(watched(decision, facts), facts)
  if (act.kind === 'move' || act.kind === 'done' || act.kind === 'withdraw')
    return promiseChanged(decision, facts, act)
  if (act.kind === 'snooze') return snoozed(decision, facts, act)
  const { by, until, lookAt } = act
  if (episode.state === 'acknowledged') return { ...decision, reason: 'already-acknowledged' }
  const acknowledgement = { by, at: facts.now, level: episode.level, until, action: act.action }
  const kept = { ...episode, silenced: false, nextAt: lookAt }
  const next: Episode = { ...kept, state: 'acknowledged', acknowledgement }
  return noted({ ...decision, next }, facts, 'acknowledged')
}

/** As often as somebody likes, but not for longer than the first time would have allowed. */
function snoozed(decision: Decision, facts: Facts, act: Extract<Act, { kind: 'snooze' }>): Decision {
  const episode = decision.next!
  const { by, until, lookAt } = act
  const { level } = episode
  const most = mostPutOff(episode) ?? { level, until: act.most }
  if (isBefore(most.until, lookAt)) return { ...decision, reason: 'put-off-enough' }
  const snooze = { by, at: facts.now, level, until, most }
  const next: Episode = { ...episode, state: 'snoozed', silenced: false, nextAt: lookAt, snooze }
  return noted({ ...decision, next }, facts, 'snoozed')
}

/** What is done is looked at once more on its date, as was said; what will not be done is open again, and the clock starts. */
function promiseChanged(
  decision: Decision,
  facts: Facts,
  act: Extract<Act, { kind: 'move' | 'done' | 'withdraw' }>,
): Decision {
  const episode = decision.next!
  const { state, acknowledgement } = episode
  if (state !== 'acknowledged' || !acknowledgement) return decision
  if (act.kind === 'withdraw') {
    const open: Episode = { ...episode, state: 'open', acknowledgement: null }
    const told = goesOn(decision, open, null, 'withdrawn', facts)
    // A colleague to whom it was handed on may never have got the warning.
    const owner = acknowledgement.by === act.by ? null : acknowledgement.by
    return noted(remind(told, [owner], 'withdrawn'), facts, 'withdrawn')
  }
  if (act.kind === 'done') {
    const next = { ...episode, acknowledgement: { ...acknowledgement, done: true } }
    return watched(noted({ ...decision, next }, facts, 'done'), facts)
  }
  const { owner, until, lookAt } = act
  const moved = { ...acknowledgement, by: owner, until }
  const next = { ...episode, acknowledgement: moved, nextAt: lookAt }
  return noted({ ...decision, next }, facts, 'moved')
}

/** It is shown anew also where its level stays. */
const rated = (decision: Decision, facts: Facts): Decision =>
  decision.events.length > 0 ? decision : noted({ ...decision, next: { ...decision.next! } }, facts, 'rated')

function resolve(
  decision: Decision,
  facts: Facts,
  reason: Closing | 'recovered' | 'not-a-risk' | 'solved',
): Decision {
  const { now, act } = facts
  const episode = decision.next!
  const note = act?.kind === 'dismiss' || act?.kind === 'solve' ? act.note : ''
  const by = act?.by ?? null
  const next: Episode = {
    ...{ ...episode, state: 'resolved', nextAt: null, resolved: { at: now, reason, by, note } },
  }
  // Behind a higher one it ends quietly: that one tells the end of the same number.
  const others = episode.silenced ? [] : episode.told.filter((userId) => userId !== by)
  return noted(remind({ ...decision, next }, others, 'resolved'), facts, reason)
}
