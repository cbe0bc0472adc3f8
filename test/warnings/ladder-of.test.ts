// Who hears of what nobody has answered: whom the workspace names, else the manager at the top, never somebody twice.
import { expect, test } from 'vitest'
import { ladderOf } from '../../src/warnings/domain/ladder-of.ts'
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
