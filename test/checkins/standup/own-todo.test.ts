// What is due on a member's list stands in their standup, and is closed with it: in the same transaction, once.
import { describe, expect, test } from 'vitest'
import { loadAction } from '../../../src/actions/db/action-items.ts'
import type { ActionItem } from '../../../src/actions/domain/action-item.ts'
import { changeAction } from '../../../src/actions/flows/change-action.ts'
import { createAction } from '../../../src/actions/flows/create-action.ts'
import { STANDUP } from '../../../src/checkins/standup/slack/ids.ts'
import { FIELD } from '../../../src/slack/fields.ts'
import { typed, untouched } from '../../slack/untouched.ts'
import { usesDatabase } from '../../support/database.ts'
import { at } from './at.ts'
import { day, standupTeam } from './team.ts'

const database = usesDatabase()

const MONDAY = '2026-03-02'

/** Ben has the items, by when they are due. */
async function newTeam(items: Record<string, string>) {
  const zones = { ben: 'Europe/Berlin', eva: 'Europe/Berlin' }
  const team = await standupTeam(database.db, { zones, now: '2026-03-02T07:00:00Z' })
  const { workspaceId, teamId, context } = team
  const of = { workspaceId, teamId, ownerUserId: 'U-ben', createdBy: 'U-ben', helperUserIds: [] }
  const created: ActionItem[] = []
  for (const [text, dueOn] of Object.entries(items))
    created.push(
      await context.db.transaction((tx) =>
        createAction(
          tx,
          context,
          { ...of, text, dueOn: day(dueOn), origin: { kind: 'person', reference: null } },
          '/kpi todo',
        ),
      ),
    )
  await team.replan(MONDAY)
  await team.tickAt('2026-03-02T08:00:00Z')
  const value = JSON.stringify({ team: teamId, date: MONDAY })
  const opened = async (name: string) => {
    const person = at(context, team.person(name))
    await person.click(STANDUP.open, value)
    const view = person.seen.views.at(-1)!
    return { ...person, view, metadata: view.private_metadata! }
  }
  const stateOf = async (index: number) =>
    (await loadAction(database.db, { workspaceId, actionId: created[index]!.actionId }))?.state
  return {
    ...{ ...team, created, opened, stateOf },
    prompt: () => team.facts(`standup:${team.memberId('ben')}:${MONDAY}`),
  }
}
const boxesOf = (view: { blocks: readonly object[] }) =>
  view.blocks.flatMap((block) => ('block_id' in block && block.block_id === 'todo:1' ? [block] : []))

describe('what is due on a member’s list', () => {
  test('stands in the prompt and the form: today’s and what is overdue, not what is ahead or another’s', async () => {
    const team = await newTeam({
      Today: MONDAY,
      Late: '2026-02-26',
      Sunday: '2026-03-01',
      Ahead: '2026-03-03',
    })
    expect(await team.prompt()).toMatchObject({
      known: { todo: { items: [{ text: 'Late' }, { text: 'Sunday' }, { text: 'Today' }], count: 3 } },
    })
    const [boxes] = boxesOf((await team.opened('ben')).view)
    expect(JSON.stringify(boxes)).toMatch(/Late.*Sunday.*Today/)
    expect(boxesOf((await team.opened('eva')).view)).toEqual([])
  })

  test('is closed by ticking it, and that is enough for an answer; the same submit again closes nothing more', async () => {
    const team = await newTeam({ Today: MONDAY, Late: '2026-02-26' })
    const ben = await team.opened('ben')
    const refused = await ben.submit(untouched(ben.view), ben.metadata)
    expect(refused).toMatchObject({ kind: 'errors' })
    const late = team.created[1]!
    const state = typed(ben.view, { 'todo:1': [late.actionId] })
    expect(await ben.submit(state, ben.metadata)).toEqual({ kind: 'close' })
    expect(await ben.submit(state, ben.metadata)).toEqual({ kind: 'close' })
    expect([await team.stateOf(0), await team.stateOf(1)]).toEqual(['open', 'done'])
    const again = await team.opened('ben')
    expect(JSON.stringify(boxesOf(again.view))).not.toContain('Late')
  })

  test('is not closed by a forged id: not an item that is ahead, nor another person’s', async () => {
    const team = await newTeam({ Today: MONDAY, Ahead: '2026-03-05' })
    const eva = await team.opened('eva')
    const ids = team.created.map(({ actionId }) => actionId)
    await eva.submit({ ...typed(eva.view, { plan: 'Call Acme' }), 'todo:1': boxes(ids) }, eva.metadata)
    expect([await team.stateOf(0), await team.stateOf(1)]).toEqual(['open', 'open'])
    const ben = await team.opened('ben')
    await ben.submit({ ...untouched(ben.view), 'todo:1': boxes(ids) }, ben.metadata)
    expect([await team.stateOf(0), await team.stateOf(1)]).toEqual(['done', 'open'])
  })

  test('names the first five and counts the others; the prompt follows when one is closed elsewhere', async () => {
    const team = await newTeam(
      Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`Item ${index}`, `2026-02-2${index + 1}`])),
    )
    expect(await team.prompt()).toMatchObject({ known: { todo: { items: Array(5).fill({}), count: 7 } } })
    const [boxes] = boxesOf((await team.opened('ben')).view)
    expect(JSON.stringify(boxes)).toContain('2 more')
    await team.markDelivered()
    const ben = team.person('ben')
    await changeAction(team.context, ben, team.created[0]!.actionId, { close: 'done' }, '/kpi todo')
    const card = await team.message(`standup:${team.memberId('ben')}:${MONDAY}`)
    expect(card).toMatchObject({ state: 'waiting' })
    expect(await team.prompt()).toMatchObject({ known: { todo: { count: 6 } } })
  })
})

const boxes = (ids: readonly string[]) => ({
  [FIELD]: { type: 'checkboxes', selected_options: ids.map((value) => ({ value })) },
})
