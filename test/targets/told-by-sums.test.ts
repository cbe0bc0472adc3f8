// Whose own number a team's sum is: of whoever alone has reported it, or alone has a target.
import { expect, test } from 'vitest'
import type { MemberStanding } from '../../src/targets/domain/team-progress.ts'
import { toldBySums } from '../../src/targets/domain/told-by-sums.ts'

type Had = readonly [calls: number | null, visits: number | null, target?: 'target']

/** What `toldBySums` looks at. */
const person = (userId: string, [calls, visits, target]: Had): MemberStanding => {
  const one = (key: string, actual: number | null, has = false) => ({
    ...{ metric: { key }, actual, progress: has ? {} : null },
  })
  const metrics = [one('calls', calls, target === 'target'), one('visits', visits)]
  return { member: { userId }, metrics } as unknown as MemberStanding
}

test.each<[string, Record<string, Had>, string[]]>([
  ['nobody has anything', { ann: [null, null], ben: [null, null] }, []],
  ['both have both', { ann: [1, 2], ben: [3, 4] }, []],
  ['nothing is a number, too', { ann: [0, 2], ben: [3, 0] }, []],
  ['one alone has visits', { ann: [1, 2], ben: [3, null] }, ['ann']],
  ['each alone has one of them', { ann: [1, null], ben: [null, 4] }, ['ann', 'ben']],
  ['one alone has a target', { ann: [1, 2], ben: [3, 4, 'target'] }, ['ben']],
  ['both have a target', { ann: [1, 2, 'target'], ben: [3, 4, 'target'] }, []],
  ['a team of one', { ann: [1, null, 'target'] }, ['ann']],
])('%s', (_, people, told) => {
  expect(toldBySums(Object.entries(people).map(([userId, had]) => person(userId, had)))).toEqual(told)
})

test('somebody who is in two of the teams counts once', () => {
  expect(toldBySums([person('ann', [1, 2]), person('ann', [3, 4])])).toEqual(['ann'])
  expect(toldBySums([person('ann', [1, 2]), person('ann', [3, 4]), person('ben', [5, 6])])).toEqual([])
})
