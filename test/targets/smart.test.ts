// What is advised on a new target, and where nothing is to be said.
import { expect, test } from 'vitest'
import { type SmartFacts, smartAdvice } from '../../src/targets/domain/smart.ts'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'

const date = Temporal.PlainDate.from
const MARCH = targetPeriod('month', date('2026-03-01'), 1)

const advised = (more: Partial<SmartFacts>) =>
  smartAdvice({
    ...{ value: 110, higherIsBetter: true, past: [100, 80, null], reason: '', period: MARCH },
    ...{ today: date('2026-03-02'), isFirst: true, isWantedAbove: null, ...more },
  })

test.each<[string, Partial<SmartFacts>, object[]]>([
  ['within reach, at the begin of the month, of a team without a team above', {}, []],
  ['far beyond the best', { value: 150 }, [{ about: 'reach', reach: { best: 100, beyond: 0.5 } }]],
  ['far beyond the best, and explained', { value: 150, reason: 'A new region' }, []],
  ['a tenth above the best', { value: 125 }, []],
  ['nothing to compare with', { value: 9999, past: [null, null, null] }, []],
  [
    'costs far below the lowest',
    { value: 40, higherIsBetter: false },
    [{ about: 'reach', reach: { best: 80, beyond: 0.5 } }],
  ],
  ['the team above has one', { isWantedAbove: true }, []],
  ['the team above has none', { isWantedAbove: false }, [{ about: 'own' }]],
  ['ten days left of 31', { today: date('2026-03-22') }, [{ about: 'late', days: 10 }]],
  ['eleven days left of 31', { today: date('2026-03-21') }, []],
  ['the last day', { today: date('2026-03-31') }, [{ about: 'late', days: 1 }]],
  ['a change on the last day', { today: date('2026-03-31'), isFirst: false }, []],
  ['for a month that is still to come', { today: date('2026-02-27') }, []],
])('%s', (_, facts, said) => expect(advised(facts)).toEqual(said))
