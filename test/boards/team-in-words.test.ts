// Names of teams in what follows `/kpi board`.
import { expect, test } from 'vitest'
import { teamsInWords } from '../../src/boards/domain/team-in-words.ts'

const TEAMS = ['Munich Sales', 'Munich Service', 'North', '华东一组', '華南組', 'Q3 Heroes', 'A1'].map(
  (name) => ({ name }),
)

test.each([
  ['north', ['North'], ''],
  ['NORTH last week', ['North'], 'last week'],
  ['last week north', ['North'], 'last week'],
  ['Munich Sales calls', ['Munich Sales'], 'calls'],
  ['munich', ['Munich Sales', 'Munich Service'], ''],
  ['munich serv week', ['Munich Service'], 'week'],
  ['service', ['Munich Service'], ''],
  ['华东一组上周', ['华东一组'], '上周'],
  ['上周华东', ['华东一组'], '上周'],
  ['華南 上週', ['華南組'], '上週'],
  // Either script finds the other.
  ['華東一組 上週', ['华东一组'], '上週'],
  ['华南', ['華南組'], ''],
  ['q3 heroes q3', ['Q3 Heroes'], 'q3'],
  ['a1', ['A1'], ''],
])('%s', (text, teams, rest) => {
  expect(teamsInWords(text, TEAMS)[0]).toMatchObject({ teams: teams.map((name) => ({ name })), rest })
})

test.each(['', 'a', 'no', 'northern', 'thnorth', '东', 'orth'])('“%s” names no team', (text) => {
  expect(teamsInWords(text, TEAMS)).toEqual([])
})
