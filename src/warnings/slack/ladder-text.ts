// Says in plain words what follows a warning of a level: who is told at once, how long there is to answer, and who is told then.
import type { MessageKey, Translate } from '../../core/i18n/translate.ts'
import type { Above } from '../domain/ladder-of.ts'
import type { Level } from '../domain/level.ts'
import type { Delay, LevelProcedure, Procedure } from '../domain/procedure.ts'
import { LEVEL_NAMES } from './warning-message.ts'

const BOTH: Above = { director: true, lastResort: true }

/** Who is not there is not named. */
export const ladderText = (level: Level, procedure: Procedure, t: Translate, above = BOTH): string =>
  t('ladder.level', { level: t(LEVEL_NAMES[level]), steps: stepsText(procedure[level], above, t) })

function stepsText({ atOnce, answerWithin, ...then }: LevelProcedure, above: Above, t: Translate): string {
  const first = t(firstKey(atOnce))
  if (!answerWithin) return first
  const { repeatEvery, mostRepeats, lastResort } = then
  return [
    t(above.director ? 'ladder.answer' : 'ladder.remind', { first, within: withinText(answerWithin, t) }),
    ...(mostRepeats > 0
      ? [t('ladder.repeats', { every: delayText(repeatEvery, t), count: mostRepeats })]
      : []),
    ...(lastResort && above.lastResort ? [t('ladder.lastResort')] : []),
  ].join(t('ladder.then'))
}

function firstKey(atOnce: LevelProcedure['atOnce']): MessageKey {
  const [rep, manager] = [atOnce.includes('rep'), atOnce.includes('manager')]
  if (rep && manager) return 'ladder.both'
  return rep ? 'ladder.rep' : manager ? 'ladder.manager' : 'ladder.nobody'
}

const delayText = (delay: Delay, t: Translate): string =>
  'hours' in delay ? t('ladder.hours', { count: delay.hours }) : t('ladder.days', { count: delay.days })

/** 'one working day', where after "every" it would be 'working day'. */
const withinText = (delay: Delay, t: Translate): string =>
  'hours' in delay ? delayText(delay, t) : t('ladder.withinDays', { count: delay.days })
