// `/kpi team <name>`: whoever leads several teams names the one that is meant, by a part of its name too; what fits several is asked about.
import { expect, test } from 'vitest'
import { teamByName } from '../../src/overview/flows/team-by-name.ts'
import { smallTeam } from '../numbers/small-team.ts'
import { typist } from '../numbers/typist.ts'
import { testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const database = usesDatabase()

test('the name in any case, its begin, a period beside it; of another’s team nothing is said', async () => {
  const { db } = database
  const named = (name: string, workspaceId?: string) =>
    smallTeam(db, [], { settings: { name }, ...(workspaceId && { workspaceId }) })
  const north = await named('Munich North')
  const { workspaceId } = north
  const south = await named('Munich South', workspaceId)
  const east = await named('华东', workspaceId)
  const context = testContext(db, '2026-03-03T10:00:00Z')
  const boss = testPerson(workspaceId, 'UBOSS', { name: 'Boss' })
  const ids = async (typed: string, who = boss) => {
    const found = await teamByName(context, who, typed)
    return found && [found.teams.map(({ teamId }) => teamId).sort(), found.typed]
  }
  expect(await ids('munich ＮＯＲＴＨ')).toEqual([[north.teamId], ''])
  expect(await ids('Munich South last week')).toEqual([[south.teamId], 'last week'])
  expect(await ids('上周 华东')).toEqual([[east.teamId], '上周'])
  expect(await ids('munich 2026-02')).toEqual([[north.teamId, south.teamId].sort(), '2026-02'])
  for (const typed of ['', 'last week', '本季度', 'Berlin']) expect(await ids(typed)).toBe(null)
  expect(await ids('Munich North', testPerson(workspaceId, 'UREP', { name: 'Rep' }))).toBe(null)

  const manager = typist(context, boss)
  expect(await manager.command('team munich south last week', north.channelId)).toMatch(/Munich South/)
  await manager.command('team munich', 'CELSEWHERE')
  const asked = JSON.stringify(manager.replies.at(-1))
  expect(asked).toMatch(/Munich North[\s\S]*Munich South/)
  expect(asked).not.toContain('华东')
})
