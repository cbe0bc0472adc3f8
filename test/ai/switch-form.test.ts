// The switch of the language model in the forms where an admin or a manager looks for it.
import { beforeAll, expect, test } from 'vitest'
import { checkView } from '../../sandbox/checker/view.ts'
import { loadModelSettings, offTeams } from '../../src/ai/db/settings.ts'
import { ai } from '../../src/ai/feature.ts'
import { MODEL } from '../../src/ai/slack/ids.ts'
import { openSwitch, SWITCH_FIELD, submitSwitch } from '../../src/ai/slack/switch-form.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import type { Person } from '../../src/core/person.ts'
import { initialInput, setupView } from '../../src/setup/slack/setup-form.ts'
import type { ModalView, RenderedMessage } from '../../src/slack/blocks.ts'
import { type SmallTeam, smallTeam } from '../numbers/small-team.ts'
import { facts } from '../setup/setup-facts.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const database = usesDatabase()
let context: TestContext
let north: SmallTeam
let people: Record<'admin' | 'manager' | 'rep', Person>
beforeAll(async () => {
  context = testContext(database.db)
  north = await smallTeam(context.db, [{ name: 'Ann' }])
  const { workspaceId } = north
  const admin = testPerson(workspaceId, 'UADMIN', { isAdmin: true })
  people = { admin, manager: testPerson(workspaceId, 'UBOSS'), rep: testPerson(workspaceId, 'UAnn') }
})

async function press(who: Person, value: string): Promise<ModalView | RenderedMessage | undefined> {
  let shown: ModalView | RenderedMessage | undefined
  const note = async (one: ModalView | RenderedMessage) => {
    shown = one
  }
  const call = { who, value, t: BOT.translator('en'), push: note, replyEphemeral: note }
  await openSwitch(call as never, context)
  return shown
}

const save = (who: Person, teamId: string | null, value: string) => {
  const state = { [SWITCH_FIELD]: { field: { selected_option: { value } } } }
  const metadata = JSON.stringify({ teamId })
  return submitSwitch({ who, t: BOT.translator('en'), state, metadata } as never, context)
}
const chosen = (view: unknown) =>
  /"initial_option":\{[^}]*\}[^}]*"value":"(\w+)"/.exec(JSON.stringify(view))?.[1]

test('a manager switches it off for the team in its form, and finds it off there', async () => {
  expect(chosen(await press(people.manager, north.teamId))).toBe('on')
  expect(await save(people.manager, north.teamId, 'off')).toEqual({ kind: 'close' })
  expect(chosen(await press(people.manager, north.teamId))).toBe('off')
  expect([...(await offTeams(context.db, north.workspaceId))]).toEqual([north.teamId])
})

test('an admin switches it for the workspace, and a manager reads that it is off everywhere', async () => {
  expect(await save(people.admin, null, 'off')).toEqual({ kind: 'close' })
  expect((await loadModelSettings(context.db, north.workspaceId)).isOff).toBe(true)
  expect(chosen(await press(people.admin, 'workspace'))).toBe('off')
  expect(JSON.stringify(await press(people.manager, north.teamId))).toContain('off in this workspace')
  expect(await save(people.admin, null, 'on')).toEqual({ kind: 'close' })
})

test('nobody else sees or turns them', async () => {
  for (const [who, teamId] of [
    [people.rep, north.teamId],
    [people.rep, null],
    [people.manager, null],
  ] as const) {
    expect(await press(who, teamId ?? 'workspace')).toMatchObject({ text: expect.stringContaining('admin') })
    expect(await save(who, teamId, 'on')).toMatchObject({ kind: 'errors' })
  }
  expect(await press(people.admin, 'anything')).toBeUndefined()
})

test.each(LOCALES)(
  'the line stands in the form of a team that is set up, and in the workspace’s: %s',
  (locale) => {
    const t = BOT.translator(locale)
    const formOf = (teamId: string | null) => {
      const of = { ...facts(), teamId }
      return setupView(of, initialInput(of), true, t)
    }
    const changed = formOf(north.teamId)
    expect(checkView(changed)).toEqual([])
    expect(JSON.stringify(changed)).toContain(MODEL.openSwitch)
    expect(JSON.stringify(formOf(null))).not.toContain(MODEL.openSwitch)
    expect(JSON.stringify(ai.workspaceLines?.map((line) => line(t)))).toContain(MODEL.openSwitch)
  },
)
