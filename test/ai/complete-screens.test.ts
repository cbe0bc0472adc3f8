// Every screen with a place for a model's text, where no model answers: it looks complete, and each button of it does what it says.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saveModelSettings, switchTeam } from '../../src/ai/db/settings.ts'
import { meteredModel } from '../../src/ai/flows/metered-model.ts'
import { createProvider } from '../../src/ai/openai.ts'
import { AI_TEXT, MODEL } from '../../src/ai/slack/ids.ts'
import { BOT } from '../../src/app/features.ts'
import { REPORT } from '../../src/checkins/reports/slack/ids.ts'
import type { Context } from '../../src/core/context.ts'
import { ASK_QUESTION } from '../../src/slack/ask-buttons.ts'
import { type Move, type MoveView, perform, tried } from '../security/listeners.ts'
import { buildWorld, HOME, ROLES, type World } from '../security/world.ts'
import { usesDatabase } from '../support/database.ts'
import { type ModelServer, startModelServer } from '../support/model-server.ts'

const database = usesDatabase()
let world: World
let server: ModelServer
beforeAll(async () => {
  world = await buildWorld(database.db)
  server = await startModelServer()
  server.script([{ status: 500 }])
})
afterAll(() => server.close())

type Role = keyof typeof ROLES
const SCREENS: [string, Role, () => Move][] = [
  ['Home of a rep', 'rep', () => ({ kind: 'home' })],
  ['Home of a manager', 'manager', () => ({ kind: 'home' })],
  ['a report’s form', 'another rep', () => clicked(REPORT.open, JSON.stringify(report()))],
  ['a team', 'manager', () => typed('team')],
  ['a person', 'manager', () => typed(`rep <@${ROLES.rep}>`)],
  ['a question', 'rep', () => ({ kind: 'message', text: 'How far am I from my month?', ts: '7.1' })],
  ['a question about no screen', 'rep', () => ({ kind: 'message', text: 'is all well?', ts: '7.2' })],
  ['privacy for a rep', 'rep', () => typed('privacy')],
  ['privacy for a manager', 'manager', () => typed('privacy')],
  ['privacy for an admin', 'admin', () => typed('privacy')],
  ['set-up', 'manager', () => typed('setup')],
  ['the workspace', 'admin', () => typed('workspace')],
]
const report = () => ({ team: world.north.teamId, checkin: 'weekly', date: world.north.standupDate })
const typed = (text: string): Move => ({ kind: 'command', text, channelId: world.north.channelId })
const clicked = (actionId: string, value: string): Move => ({
  ...{ kind: 'action', actionId, value, channelId: world.north.channelId },
})

const CASES: [string, (context: Context) => Promise<unknown>][] = [
  ['no key', async () => {}],
  ['off', ({ db }) => saveModelSettings(db, HOME, { isOff: true, monthlyTokens: null })],
  ['off in the team', ({ db }) => switchTeam(db, { workspaceId: HOME, teamId: world.north.teamId }, 'off')],
  ['over budget', ({ db }) => saveModelSettings(db, HOME, { isOff: false, monthlyTokens: 1 })],
  ['the service down', async () => {}],
]

/** A message, a form or Home, as a reader's client gets it. */
interface Screen {
  text?: string
  blocks: { type: string; text?: { text: string }; elements?: unknown[] }[]
  private_metadata?: string
}
interface Pressed {
  action_id: string
  value?: string
}

const inside = (value: unknown): object[] =>
  value === null || typeof value !== 'object' ? [] : [value, ...Object.values(value).flatMap(inside)]
const wordsIn = (screen: unknown): string[] =>
  inside(screen).flatMap((one) => ('text' in one && typeof one.text === 'string' ? [one.text] : []))
const buttonsIn = (screen: Screen): Pressed[] =>
  inside(screen.blocks).filter(
    (one): one is Pressed => 'type' in one && one.type === 'button' && 'action_id' in one && !('url' in one),
  )
const nameOf = ({ action_id }: Pressed): string => action_id.split('#')[0]!

/** What stands only until the text is there. */
const STATUSES = (
  [
    ...(['ask.looking', 'ask.stepOwn', 'ask.stepTeam', 'ask.stepOther'] as const),
    ...(['ai-text.coaching', 'ai-text.summingUp', 'report.drafting'] as const),
  ] as const
).map((key) => BOT.translator('en')(key))

function expectComplete(screen: Screen | undefined): asserts screen is Screen {
  const blocks = screen?.blocks ?? []
  const texts = wordsIn(screen)
  expect(texts.join('').trim()).not.toBe('')
  for (const text of texts) {
    expect(text.trim()).not.toBe('')
    expect(STATUSES).not.toContain(text)
    expect(text).not.toMatch(/\berrors?\b|undefined|\bnull\b|NaN|\{\{|went wrong/iu)
  }
  for (const { type, elements } of blocks)
    if (type === 'actions' || type === 'context') expect(elements).not.toEqual([])
  for (const button of buttonsIn(screen!)) expect(Object.keys(BOT.handlers.actions)).toContain(nameOf(button))
}

/** What a model has to do with. */
const MODELS: readonly string[] = [
  ...[ASK_QUESTION, REPORT.draft, AI_TEXT.coach, AI_TEXT.sumUp],
  ...[MODEL.openSwitch, MODEL.workspace, MODEL.team, MODEL.budget, MODEL.requests],
]

describe.each(CASES)('%s', (why, prepare) => {
  test('each screen is complete, and each of its buttons answers with a text', async () => {
    const pressed = new Set<string>()
    await tried(world.context, async (plain) => {
      await prepare(plain)
      const provider = createProvider({ apiKey: 'k', baseUrl: server.baseUrl, model: 'm' })
      const model = meteredModel(plain, provider, { monthlyTokens: 10_000_000, observe: () => {} })
      const context = why === 'no key' ? plain : { ...plain, model }
      for (const [name, role, move] of SCREENS) {
        const by = { userId: ROLES[role], workspaceId: HOME }
        const screen = await shownBy(context, by, move())
        expect(screen, name).toBeDefined()
        expectComplete(screen)
        for (const button of oneOfEach(buttonsIn(screen))) {
          // What a press changes is taken back before the next.
          const answer = await tried(context, (within) =>
            shownBy({ ...context, ...within }, by, press(screen, button)),
          )
          expect(answer, `${name}: ${button.action_id}`).toBeDefined()
          expectComplete(answer)
          pressed.add(nameOf(button))
        }
      }
    })
    const always = MODELS.filter((id) => id !== MODEL.requests)
    expect([...pressed].toSorted()).toEqual(always.toSorted())
    expect(server.asked.length > 0).toBe(why === 'the service down')
  })
})

async function shownBy(
  context: Context,
  by: { userId: string; workspaceId: string },
  move: Move,
): Promise<Screen | undefined> {
  const { told, errors } = await perform(context, by, move)
  expect(errors).toEqual([])
  return told.at(-1) as Screen | undefined
}

/** Those of a model's; of several questions the first. */
const oneOfEach = (buttons: readonly Pressed[]): Pressed[] =>
  [...Map.groupBy(buttons, nameOf)].flatMap(([name, [first]]) => (MODELS.includes(name) ? [first!] : []))

function press({ private_metadata }: Screen, { action_id: actionId, value = '' }: Pressed): Move {
  if (private_metadata === undefined) return clicked(actionId, value)
  const view: MoveView = { metadata: private_metadata, state: {} }
  return { kind: 'action', actionId, value, view }
}
