// What a person submitted once and Slack delivers again, to another process or after a restart, is answered as success.
import { beforeEach, describe, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import type { Person } from '../../src/core/person.ts'
import { addMetric } from '../../src/numbers/flows/change-metrics.ts'
import { changeExtraDay } from '../../src/org/flows/change-extra-days.ts'
import { changeMembers } from '../../src/org/flows/change-members.ts'
import { changeWorkspace } from '../../src/org/flows/change-workspace.ts'
import { recordLeave } from '../../src/org/flows/record-leave.ts'
import { submitSetup } from '../../src/setup/slack/setup-command.ts'
import { initialInput, setupView } from '../../src/setup/slack/setup-form.ts'
import type { FormState, SubmitResult } from '../../src/slack/requests.ts'
import { admin, ann, li, manager, openSetup, salesWithoutTeams, setUp, stranger } from '../org/people.ts'
import type { TestContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { filled, stateOf } from '../support/form-state.ts'

const t = BOT.translator('en')
const date = Temporal.PlainDate.from
const database = usesDatabase()
let context: TestContext

beforeEach(async () => {
  context = await salesWithoutTeams(database.db)
})

describe('a set-up', () => {
  let state: FormState
  let metadata: string
  beforeEach(async () => {
    const facts = await openSetup(context)
    const view = setupView(facts, initialInput(facts), false, t)
    state = stateOf(view)
    metadata = view.private_metadata!
  })

  const submit = (who: Person, as: FormState = state): Promise<SubmitResult> =>
    submitSetup({ who, t, state: as, metadata, viewId: 'V1', now: context.clock.now() } as never, context)
  const saysTaken = (result: SubmitResult) =>
    expect(result).toEqual({ kind: 'errors', errors: { name: t('setup.alreadySetUp') } })

  test('is answered as the first time, also later on the day and when both come at once', async () => {
    const [one, other] = await Promise.all([submit(manager), submit(manager)])
    expect(one.kind).toBe('update')
    expect(other).toEqual(one)
    expect(JSON.stringify(one)).toContain('is set up with 3 people. The first standup is on Mon, Mar 2')
    context.moveTo('2026-03-02T16:00:00Z')
    expect(await submit(manager)).toEqual(one)
  })

  test('of somebody else, or with other values, is not taken for the same', async () => {
    await submit(manager)
    saysTaken(await submit(manager, filled(state, { name: { value: 'South' } })))
    saysTaken(await submit(manager, filled(state, { members: { selected_users: [ann.userId] } })))
    expect((await submit(ann)).kind).toBe('errors')
    saysTaken(await submit(admin))
  })
})

describe('a change of a team', () => {
  let teamId: string
  beforeEach(async () => {
    teamId = (await setUp(context)).teamId
  })
  const twice = async <T>(act: () => Promise<T>) => [await act(), await act()] as const

  test('of its members', async () => {
    const change = { placed: [stranger.userId], role: 'hunter' as const, removed: [li.userId] }
    for (const result of await twice(() => changeMembers(context, manager, teamId, change)))
      expect(result).toMatchObject({ ok: true })
  })

  test('of its days', async () => {
    const change = { date: date('2026-03-07'), kind: 'on' as const }
    for (const result of await twice(() => changeExtraDay(context, manager, teamId, change)))
      expect(result).toEqual({ ok: true })
  })

  test('by leave, which is recorded once', async () => {
    const leave = { from: date('2026-03-10'), to: date('2026-03-12'), part: 'whole' as const }
    const [one, other] = await twice(() => recordLeave(context, ann, ann.userId, leave))
    expect(one).toMatchObject({ ok: true })
    expect(other).toEqual(one)
    const sick = { ...leave, kind: 'sick' as const }
    expect(await recordLeave(context, ann, ann.userId, sick)).toMatchObject({ ok: false, reason: 'overlaps' })
  })

  test('by a metric of its own, which is added once', async () => {
    const bounds = { hardMin: '', hardMax: '', plausibleMin: '', plausibleMax: '', points: '' }
    const draft = { name: 'Demos', unit: 'count', decimals: '0', ...bounds }
    const add = (more: Partial<typeof draft> = {}) =>
      addMetric(context, manager, teamId, 'hunter', { ...draft, ...more }, ({ names }) =>
        Object.values(names),
      )
    const [one, other] = await twice(add)
    expect(one).toMatchObject({ ok: true })
    expect(other).toEqual(one)
    expect(await add({ hardMax: '5' })).toMatchObject({ ok: false, errors: { name: 'taken' } })
  })

  test('of the workspace', async () => {
    const chosen = { setupRight: { who: 'admins' }, fiscalYearStart: 4 } as const
    for (const result of await twice(() => changeWorkspace(context, admin, chosen)))
      expect(result).toMatchObject({ ok: true })
  })
})
