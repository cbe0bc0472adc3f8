// Who hears of what nobody has answered: whom the workspace names, else the manager at the top, never somebody twice.
import { expect, test } from 'vitest'
import { aboveOf, hasNext, ladderOf } from '../../src/warnings/domain/ladder-of.ts'
import { weekdays } from './episode-world.ts'

const people = (userIds: readonly string[]) => userIds.map((userId) => ({ userId, schedule: weekdays }))
const ladder = (inTeam: string[], above: string[], named: string | null, rep = 'rep') => {
  const known = { inTeam: people(inTeam), above: people(above), named: named ? people([named])[0]! : null }
  const { manager, director, lastResort } = ladderOf(known, rep)
  return [manager, director, lastResort].map((who) => who?.userId ?? null)
}

test.each([
  ['nobody is named', ['boss'], ['director', 'chief'], null, ['boss', 'director', 'chief']],
  ['somebody outside is named', ['boss'], ['director', 'chief'], 'owner', ['boss', 'director', 'owner']],
  ['nobody manages above', ['boss'], [], 'owner', ['boss', null, 'owner']],
  ['the one at the top is named', ['boss'], ['director', 'chief'], 'chief', ['boss', 'director', 'chief']],
  [
    'the director is named, who has heard already',
    ['boss'],
    ['director', 'chief'],
    'director',
    ['boss', 'director', 'chief'],
  ],
  ['the manager is named', ['boss'], ['director'], 'boss', ['boss', 'director', null]],
  ['it is about whoever is named', ['boss'], ['director', 'chief'], 'rep', ['boss', 'director', 'chief']],
])('%s', (_, inTeam, above, named, expected) => {
  expect(ladder(inTeam, above, named)).toEqual(expected)
})

test.each([
  { what: 'a team without anybody above', above: [], named: null, rep: 'ben', director: false, last: false },
  {
    what: 'the manager leads above as well',
    above: ['boss'],
    named: null,
    rep: 'ben',
    director: false,
    last: false,
  },
  { what: 'one above', above: ['dir'], named: null, rep: 'ben', director: true, last: false },
  { what: 'two above', above: ['dir', 'top'], named: null, rep: 'ben', director: true, last: true },
  {
    what: 'the one above is whom it is about',
    above: ['dir'],
    named: null,
    rep: 'dir',
    director: false,
    last: false,
  },
  {
    what: 'one is named, nobody leads above',
    above: [],
    named: 'own',
    rep: 'ben',
    director: false,
    last: true,
  },
  {
    what: 'the manager is the one who is named',
    above: [],
    named: 'boss',
    rep: 'ben',
    director: false,
    last: false,
  },
])('$what: director $director, last resort $last', ({ above, named, rep, director, last }) => {
  const chain = { inTeam: ['boss'], above, named }
  expect(aboveOf(chain, rep)).toEqual({ director, lastResort: last })
  expect(hasNext(chain, { rep, promiser: 'boss', level: 'red' })).toBe(director || last)
})
