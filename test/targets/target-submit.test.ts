// The preview of a team's target is submitted: planned once, and drawn anew where it is not as shown.
import { beforeAll, expect, test, vi } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import type { ModalView } from '../../src/slack/blocks.ts'
import type { SubmitRequest, SubmitResult } from '../../src/slack/requests.ts'
import { versionsOfTarget } from '../../src/targets/db/targets.ts'
import { planTarget } from '../../src/targets/domain/plan-target.ts'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'
import { previewTarget } from '../../src/targets/flows/set-target.ts'
import { submitPreview } from '../../src/targets/slack/submit-target.ts'
import { requestOf, type TargetMetadata } from '../../src/targets/slack/target-form.ts'
import { partBlockId, previewView } from '../../src/targets/slack/target-preview.ts'
import { type SmallTeam, smallTeam } from '../numbers/small-team.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { stateOf } from '../support/form-state.ts'

vi.mock('../../src/targets/domain/plan-target.ts', async (original) => {
  const real = await original<typeof import('../../src/targets/domain/plan-target.ts')>()
  return { ...real, planTarget: vi.fn(real.planTarget) }
})

const QUARTER = targetPeriod('quarter', Temporal.PlainDate.from('2026-04-01'), 1)
const t = BOT.translator('en')

const database = usesDatabase()
let context: TestContext
beforeAll(async () => {
  context = testContext(database.db, '2026-03-02T11:00:00Z')
})

async function shown() {
  const team = await smallTeam(context.db, [{ name: 'Ann' }, { name: 'Ben' }])
  const metadata: TargetMetadata = {
    ...{ team: team.teamId, metric: 'calls', kind: 'quarter', from: QUARTER.from, user: null, role: null },
    ...{ value: 600, split: 'equal', time: 'equal', weightsOfMonths: null, reason: 'plan', weights: {} },
    ...{ hand: null, months: null, version: 0 },
  }
  const boss = testPerson(team.workspaceId, 'UBOSS')
  const preview = await previewTarget(context, boss, requestOf(metadata))
  if (!preview.ok) throw new Error(preview.reason)
  return { team, view: previewView(preview.preview, metadata, t, null) }
}

function submit(team: SmallTeam, view: ModalView, typed: Record<string, string> = {}, viewId = 'V1') {
  const state = stateOf(view)
  for (const [blockId, value] of Object.entries(typed))
    for (const field of Object.values(state[blockId]!)) Object.assign(field, { value })
  const call = {
    ...{ who: testPerson(team.workspaceId, 'UBOSS'), t, now: context.clock.now(), state, viewId },
    metadata: view.private_metadata!,
  }
  return submitPreview(call as unknown as SubmitRequest, context)
}

async function whole({ workspaceId, teamId }: SmallTeam): Promise<number | null> {
  const target = { teamId, metricKey: 'calls', period: QUARTER }
  return (await versionsOfTarget(context.db, workspaceId, target))[0]?.whole ?? null
}
const viewOf = (result: SubmitResult): ModalView => {
  if (result.kind !== 'update') throw new Error(JSON.stringify(result))
  return result.view
}

test('as it was shown it is saved, planned once, and a submit that comes again is told the same', async () => {
  const { team, view } = await shown()
  vi.mocked(planTarget).mockClear()
  expect(JSON.stringify(viewOf(await submit(team, view)))).toContain('2 people are told')
  expect(planTarget).toHaveBeenCalledTimes(1)
  expect(await whole(team)).toBe(600)
  expect(JSON.stringify(viewOf(await submit(team, view)))).toContain('Saved')
  expect(planTarget).toHaveBeenCalledTimes(1)
})

test('a part or a month that was set by hand is shown anew, and saved with the next submit', async () => {
  const { team, view } = await shown()
  const [ann] = team.members
  const may = `month:2026-05-01`
  const again = viewOf(await submit(team, view, { [partBlockId(ann!.memberId)]: '240', [may]: '150' }))
  expect(JSON.stringify(again)).toContain(t('target.recalculated'))
  expect(JSON.parse(again.private_metadata!)).toMatchObject({
    ...{ hand: { [ann!.memberId]: 240 }, months: [null, 150, null] },
  })
  expect(await whole(team)).toBeNull()
  await submit(team, again)
  expect(await whole(team)).toBe(600)
})

test('what is no number is told at its field, and who was slower sees what is set since', async () => {
  const { team, view } = await shown()
  const field = partBlockId(team.members[0]!.memberId)
  expect(await submit(team, view, { [field]: 'many' })).toMatchObject({
    kind: 'errors',
    errors: { [field]: expect.any(String) },
  })
  await submit(team, view)
  const other = { ...JSON.parse(view.private_metadata!), value: 700 }
  const theirs = { ...view, private_metadata: JSON.stringify(other) }
  const late = viewOf(await submit(team, theirs, {}, 'V2'))
  expect(JSON.stringify(late)).toContain(t('target.changedSince'))
})
