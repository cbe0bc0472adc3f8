// What a team chooses of its procedure comes to a procedure that can run, and says itself in plain words.
import { expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import { LEVELS } from '../../src/warnings/domain/level.ts'
import { DEFAULT_PROCEDURE, stepsOf } from '../../src/warnings/domain/procedure.ts'
import {
  ANSWER_CHOICES,
  choicesOf,
  type LevelChoice,
  procedureOf,
  REPEAT_CHOICES,
  TELLS,
} from '../../src/warnings/domain/procedure-choices.ts'
import { ladderText } from '../../src/warnings/slack/ladder-text.ts'

const t = BOT.translator('en')
const before = DEFAULT_PROCEDURE
const chosen = (red: Partial<LevelChoice>) => {
  const choices = choicesOf(before)
  return procedureOf({ ...choices, red: { ...choices.red, ...red } }, before)
}

test('what is not touched stays as it was', () => {
  expect(procedureOf(choicesOf(before), before)).toEqual(before)
})

test.each([
  [
    {},
    'Urgent: the rep and the manager at once; if the manager does not take it on within 2 working hours, the director; then again every 4 working hours, at most 3 times; then the owner of last resort.',
  ],
  [
    { answer: '1d', repeats: 'none', lastResort: false },
    'Urgent: the rep and the manager at once; if the manager does not take it on within one working day, the director.',
  ],
  [
    { repeats: '1dx1' },
    'Urgent: the rep and the manager at once; if the manager does not take it on within 2 working hours, the director; then again every working day, at most once; then the owner of last resort.',
  ],
  [{ answer: 'none' }, 'Urgent: the rep and the manager at once.'],
  [{ tell: 'rep' as const }, 'Urgent: the rep alone.'],
])('%o is said as it runs', (red, said) => {
  expect(ladderText('red', chosen(red), t)).toBe(said)
})

test('whatever is chosen or forged: the rep is told, nobody is reminded who does not have to answer, and there is an end', () => {
  const forged = ['', '9h', '0h', '99d', '2hx9', '2h', 'x', '1dx0', '-1h']
  for (const level of LEVELS)
    for (const tell of TELLS)
      for (const answer of [...ANSWER_CHOICES, ...forged])
        for (const repeats of [...REPEAT_CHOICES, ...forged])
          for (const lastResort of [true, false]) {
            const choice = { ...choicesOf(before), [level]: { tell, answer, repeats, lastResort } }
            const made = procedureOf(choice, before)[level]
            const steps = stepsOf(made)
            expect(made.atOnce).toContain('rep')
            if (!made.atOnce.includes('manager')) expect(steps).toEqual([])
            expect(steps.length).toBeLessThanOrEqual(11)
            const fields = [made.mostRepeats > 0, made.lastResort]
            if (!made.answerWithin) expect(fields).toEqual([false, false])
          }
})
