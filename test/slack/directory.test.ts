// Who counts as one of a workspace's people, by what Slack tells of them: also in an Enterprise organisation.
import { expect, test } from 'vitest'
import { createDirectory } from '../../src/slack/directory.ts'
import type { ClientFor } from '../../src/slack/send.ts'

const ask = async (user: object, alsoOf?: string) => {
  const users = { info: async () => ({ user: { id: 'U1', name: 'anna', tz: 'Europe/Berlin', ...user } }) }
  return createDirectory((() => ({ users })) as unknown as ClientFor).person('T1', 'U1', alsoOf)
}
const grid = { team_id: 'T2', enterprise_user: { enterprise_id: 'E1', teams: ['T2', 'T1'] } }

test.each<[string, object]>([
  ['of this workspace', { team_id: 'T1' }],
  ['of the organisation, named by another of its workspaces', grid],
  ['of the organisation, named by its id', { ...grid, team_id: 'E1' }],
  ['of whom Slack names no team', {}],
])('one of ours: %s', async (_, user) => {
  expect(await ask(user)).toMatchObject({ workspaceId: 'T1', userId: 'U1', name: 'anna' })
})

test.each<[string, object]>([
  ['of another workspace', { team_id: 'T2' }],
  ['of the organisation, and not of this workspace', { ...grid, enterprise_user: { teams: ['T2', 'T3'] } }],
  ['a stranger in a shared channel', { team_id: 'T1', is_stranger: true }],
  ['a stranger whose organisation has us', { ...grid, is_stranger: true }],
])('not one of ours: %s', async (_, user) => {
  expect(await ask(user)).toBeNull()
})

test('who acts under a team’s id that is none of theirs is somebody else', async () => {
  expect(await ask(grid, 'T2')).toMatchObject({ userId: 'U1' })
  expect(await ask(grid, 'E1')).toMatchObject({ userId: 'U1' })
  expect(await ask(grid, 'T9')).toBeNull()
  expect(await ask({ team_id: 'T1' }, 'T2')).toBeNull()
})
