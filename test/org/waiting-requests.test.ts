// On Home, whoever is asked sees the requests that wait for their answer, and nobody else does.
import { beforeAll, describe, expect, test } from 'vitest'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import { answerJoinRequest } from '../../src/org/flows/join-requests.ts'
import { waitingRequests } from '../../src/org/flows/waiting-requests.ts'
import { waitingBlocks } from '../../src/org/slack/waiting-requests.ts'
import { homeView } from '../../src/slack/home.ts'
import { buildWorld, HOME, ROLES, type World } from '../security/world.ts'
import { usesDatabase } from '../support/database.ts'

const MOST = 4
const database = usesDatabase()
let world: World
beforeAll(async () => {
  world = await buildWorld(database.db)
})

const personOf = (role: keyof typeof ROLES) => world.context.people.get(`${HOME} ${ROLES[role]}`)!
const waitingFor = (role: keyof typeof ROLES) =>
  waitingRequests(database.db, personOf(role), world.context.clock.now(), MOST)

describe.each(LOCALES)('%s', (locale) => {
  test('the manager who is asked sees each with its buttons, within Slack’s limits', async () => {
    const t = BOT.translator(locale)
    const blocks = waitingBlocks(await waitingFor('manager'), t)
    expect(checkView({ ...homeView(blocks, t) })).toEqual([])
    expect(JSON.stringify(blocks)).toContain(world.north.joinRequestId)
    expect(JSON.stringify(blocks)).not.toMatch(/<!channel>|undefined/)
    const ids = [...JSON.stringify(blocks).matchAll(/"action_id":"([^"]+)"/g)].map((found) => found[1])
    expect(ids.length).toBeGreaterThan(1)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

test.each(['rep', 'another rep', 'guest who is a member', 'guest who is nobody'] as const)(
  'a %s sees none',
  async (role) => expect(await waitingFor(role)).toEqual({ joining: [], leave: [] }),
)

test('whoever has become a guest may not answer any more, and sees none', async () => {
  const guest = { ...personOf('manager'), isGuest: true }
  const found = await waitingRequests(database.db, guest, world.context.clock.now(), MOST)
  expect(found).toEqual({ joining: [], leave: [] })
})

test('what is answered is gone', async () => {
  const { joinRequestId } = world.north
  const before = await waitingFor('manager')
  expect(before.joining.map(({ requestId }) => requestId)).toContain(joinRequestId)
  expect(await answerJoinRequest(world.context, personOf('manager'), joinRequestId, 'decline')).toEqual({
    ok: true,
  })
  const after = await waitingFor('manager')
  expect(after.joining.map(({ requestId }) => requestId)).not.toContain(joinRequestId)
})
