// Blockers in `/kpi todo`: of whoever raised them and of the team's manager, solved in place, until they are not open any more.
import { expect, test } from 'vitest'
import { overdueItems } from '../../../src/actions/flows/overdue-items.ts'
import { showActions } from '../../../src/actions/flows/show-actions.ts'
import { ACTION_ITEMS } from '../../../src/actions/slack/ids.ts'
import { typist } from '../../numbers/typist.ts'
import { usesDatabase } from '../../support/database.ts'
import { standupTeam } from './team.ts'

const database = usesDatabase()

const zones = { ben: 'Europe/Berlin', eva: 'Europe/Berlin' }

test('a blocker stands in the list until it is solved, there or elsewhere', async () => {
  const team = await standupTeam(database.db, { zones, now: '2026-03-03T08:30:00Z' })
  const ben = team.person('ben')
  await team.submit(ben, '2026-03-03', { newBlockers: ['No budget from legal'], helperUserId: 'U-eva' })
  const list = async (name: 'ben' | 'eva') =>
    (await showActions(team.context, team.person(name), 'own-and-team')).own
  const [blocker] = await list('ben')
  expect(blocker).toMatchObject({
    ...{ kind: 'blocker', text: 'No budget from legal', ownerUserId: 'U-ben', helperUserIds: ['U-eva'] },
  })
  expect(await list('eva')).toEqual([])
  const typing = typist(team.context, ben)
  expect(await typing.command('todo')).toContain(':construction: No budget from legal · with <@U-eva>')
  expect(await typing.click(ACTION_ITEMS.done, `list blocker ${blocker!.id}`)).toContain(
    'Nothing on your list',
  )
  expect(await list('ben')).toEqual([])
})

test('one that is still there on the working day after the next is overdue, for the owner of the days', async () => {
  const team = await standupTeam(database.db, { zones, now: '2026-03-03T08:30:00Z' })
  await team.submit(team.person('ben'), '2026-03-03', { newBlockers: ['No budget from legal'] })
  const overdue = async (at: string) => {
    team.context.moveTo(at)
    return (await overdueItems(database.db, team.context, [team])).map(({ item, days }) => [item.kind, days])
  }
  expect(await overdue('2026-03-04T12:00:00Z')).toEqual([])
  expect(await overdue('2026-03-05T12:00:00Z')).toEqual([['blocker', 1]])
})

test('those who may not solve it are refused', async () => {
  const team = await standupTeam(database.db, { zones, now: '2026-03-03T08:30:00Z' })
  await team.submit(team.person('ben'), '2026-03-03', { newBlockers: ['No budget from legal'] })
  const [blocker] = (await showActions(team.context, team.person('ben'), 'own')).own
  const eva = typist(team.context, team.person('eva'))
  expect(await eva.click(ACTION_ITEMS.done, `list blocker ${blocker!.id}`)).toContain('Only the owner')
})
