// Who finds a request in the log because they are named in it: by their name, a part of it, in Latin letters or Chinese.
import { expect, test } from 'vitest'
import { type KnownPerson, peopleNamed } from '../../src/ai/domain/people-named.ts'

const PEOPLE: readonly KnownPerson[] = [
  { userId: 'ANN', name: 'Ann Weber', isTeammate: true },
  { userId: 'ANN2', name: 'Ann Lorenz', isTeammate: false },
  { userId: 'WILL', name: 'Will', isTeammate: true },
  { userId: 'RUTH', name: 'Ruth Ånsgar', isTeammate: false },
  { userId: 'LI', name: '李小雨', isTeammate: false },
  { userId: 'WANG', name: '王小雨', isTeammate: true },
  { userId: 'CHEN', name: '陳美玲', isTeammate: false },
]

test.each<[string, string[]]>([
  ['How is Ann Lorenz doing?', ['ANN', 'ANN2']],
  ['Ask ann lorenz', ['ANN', 'ANN2']],
  ['Ask Ann’s customer', ['ANN']],
  ['Call with Will', ['WILL']],
  ['Lunch with Ruth', ['RUTH']],
  ['小雨怎么样？', ['WANG']],
  ['李小雨怎么样？', ['LI', 'WANG']],
  ['陈美玲这周怎么样？', ['CHEN']],
  ['how is ruth doing?', ['RUTH']],
  ['how will we end the month with ann', ['ANN']],
  ['How far am I from my month?', []],
])('%s', (text, named) => {
  expect(peopleNamed([text], PEOPLE).toSorted()).toEqual(named)
})
