// A model whose answer never ends: the status stands within a second, the screen within ten. Measured by the real clock.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { meteredModel } from '../../src/ai/flows/metered-model.ts'
import { createProvider } from '../../src/ai/openai.ts'
import type { RenderedMessage } from '../../src/slack/blocks.ts'
import { hand, payloadOf, tried } from '../security/listeners.ts'
import { buildWorld, HOME, ROLES, type World } from '../security/world.ts'
import { usesDatabase } from '../support/database.ts'
import { type ModelServer, startModelServer } from '../support/model-server.ts'

const database = usesDatabase()
let world: World
let server: ModelServer
beforeAll(async () => {
  world = await buildWorld(database.db)
  server = await startModelServer()
})
afterAll(() => server.close())

test('a status within a second, and an end within ten', async () => {
  const shown: { text: string; afterMs: number }[] = []
  await tried(world.context, async (plain) => {
    const provider = createProvider({ apiKey: 'k', baseUrl: server.baseUrl, model: 'm' })
    const model = meteredModel(plain, provider, { monthlyTokens: 10_000_000, observe: () => {} })
    server.script([{ trickle: true }])
    const asked = performance.now()
    const note = ({ text }: RenderedMessage) => void shown.push({ text, afterMs: performance.now() - asked })
    const by = { userId: ROLES.rep, workspaceId: HOME }
    const { body } = payloadOf(by, { kind: 'message', text: 'How far am I from my month?', ts: '7.1' })
    const heard = await hand({ ...plain, model }, 'event', body, {
      postLiving: async (_workspace, _channel, message) => {
        note(message)
        return { ts: '9.9' }
      },
      edit: async (_workspace, _place, message) => {
        note(message)
        return null
      },
    })
    expect(heard.errors).toEqual([])
  })
  expect(shown.map(({ text }) => text)).toEqual([
    'Looking at your data…',
    expect.stringContaining('I could not put a checked answer into words. This screen shows it (`/kpi me`)'),
  ])
  expect(shown[0]!.afterMs).toBeLessThan(1000)
  expect(shown[1]!.afterMs).toBeLessThan(10_000)
}, 30_000)
