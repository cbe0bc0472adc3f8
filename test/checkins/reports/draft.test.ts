// The draft in a report's form: beside what is typed, marked, filed with it as the author leaves it; and the same without a model.
import { expect, test } from 'vitest'
import { answerOn } from '../../../src/checkins/db/checkin-answers.ts'
import { reports } from '../../../src/checkins/reports/feature.ts'
import { REPORT } from '../../../src/checkins/reports/slack/ids.ts'
import { draftIn, isBeingWritten } from '../../../src/checkins/reports/slack/report-draft.ts'
import { readMetadata } from '../../../src/checkins/reports/slack/report-form.ts'
import { DEFAULT_REPORT } from '../../../src/org/domain/team.ts'
import type { ModalView } from '../../../src/slack/blocks.ts'
import { scriptedModel } from '../../ai/scripted-model.ts'
import { untouched } from '../../slack/untouched.ts'
import { usesDatabase } from '../../support/database.ts'
import { at } from '../standup/at.ts'
import { standupTeam } from '../standup/team.ts'

const database = usesDatabase()

const FRIDAY = '2026-03-06'

/** Ben has planned on Thursday, reported on Friday, and opens the weekly report. */
async function opened(model?: ReturnType<typeof scriptedModel>) {
  const zones = { ben: 'Europe/Berlin' }
  const settings = { reports: { weekly: DEFAULT_REPORT } }
  const team = await standupTeam(database.db, { zones, now: '2026-03-05T07:00:00Z', settings })
  await team.replan('2026-03-05')
  team.context.moveTo('2026-03-05T08:30:00Z')
  await team.submit(team.person('ben'), '2026-03-05', { plan: ['Offer for Acme', 'Visit Bolt'] })
  team.context.moveTo('2026-03-06T08:30:00Z')
  await team.submit(team.person('ben'), FRIDAY, {
    doneNote: 'Called Rheintal',
    newBlockers: ['Price list is old'],
  })
  await team.tickAt('2026-03-06T15:00:00Z')
  const ben = at({ ...team.context, ...(model && { model }) }, team.person('ben'), reports, REPORT.form)
  const value = JSON.stringify({ team: team.teamId, checkin: 'weekly', date: FRIDAY })
  await ben.click(REPORT.open, value)
  const view = ben.seen.views.at(-1)!
  // Other words than those that were filled in: what the fields have is not drafted.
  const own = {
    ...untouched(view),
    ...text('section:results', 'Met Rheintal'),
    ...text('section:challenges', 'Prices'),
  }
  const draft = async (state: typeof own = own) => {
    await ben.clickIn(REPORT.draft, { metadata: view.private_metadata!, state })
    return ben.seen.views.at(-1)!
  }
  const drafted = async () => {
    const of = { workspaceId: team.workspaceId, memberId: team.memberId('ben') }
    return (await answerOn(database.db, 'weekly', of, Temporal.PlainDate.from(FRIDAY)))?.drafted
  }
  return {
    ...ben,
    own,
    value,
    draft,
    drafted,
    card: () => team.facts(`report:weekly:${team.memberId('ben')}:${FRIDAY}`),
  }
}

const fieldsOf = ({ blocks }: ModalView) =>
  Object.fromEntries(
    blocks.flatMap((block) =>
      'element' in block && block.element.type === 'plain_text_input'
        ? [[block.block_id, block.element.initial_value ?? '']]
        : [],
    ),
  )

const text = (blockId: string, value: string) => ({
  [blockId]: { field: { type: 'plain_text_input', value } },
})

const PROSE = [
  { text: '{{done0}}.', part: 'results' },
  { text: '{{blocker0}}.', part: 'challenges' },
]

test('it stands beside what is typed, marked as a model’s, and what the author leaves of it is filed', async () => {
  const model = scriptedModel([PROSE])
  const ben = await opened(model)
  const drawn = await ben.draft({ ...ben.own, ...text('section:market', 'Prices fall') })
  const [writing] = ben.seen.views.slice(-2)
  expect(JSON.stringify(writing)).toContain('Your draft is being written')
  expect(JSON.stringify(writing)).toContain(REPORT.draft)
  expect(JSON.stringify(drawn)).not.toContain(`"${REPORT.draft}"`)
  expect(fieldsOf(drawn)).toMatchObject({
    'section:results': 'Met Rheintal',
    'draft:results': 'Done: “Called Rheintal”.',
    'section:market': 'Prices fall',
  })
  expect(JSON.stringify(drawn)).toContain('Written by a language model until you edit it')
  expect(model.asked[0]).toMatchObject({ purpose: 'draft', subjects: [model.asked[0]!.userId] })
  const state = { ...untouched(drawn), ...text('draft:results', 'I called Rheintal twice.') }
  expect(await ben.submit({ ...state, ...text('draft:challenges', '') }, drawn.private_metadata!)).toEqual({
    kind: 'close',
  })
  expect(await ben.card()).toMatchObject({
    receipt: {
      sections: {
        results: 'Met Rheintal\nI called Rheintal twice.',
        challenges: 'Prices',
        market: 'Prices fall',
      },
    },
  })
})

test('pressed again, it is written again once the first must have come', async () => {
  const now = Temporal.Instant.from('2026-03-06T15:00:00Z')
  const later = (seconds: number) => now.add({ seconds })
  const pressed = String(now.epochMilliseconds)
  expect([isBeingWritten(pressed, later(29)), isBeingWritten(pressed, later(31))]).toEqual([true, false])
  expect(isBeingWritten('draft', now)).toBe(false)
})

test('in plain sentences, not marked as a model’s, where it lies or there is none', async () => {
  const lies = [[{ text: '{{done0}}.', part: 'boss' }], [{ text: 'I closed 12 deals.', part: 'results' }]]
  for (const model of [undefined, scriptedModel(lies)]) {
    const ben = await opened(model)
    const drawn = await ben.draft()
    expect(fieldsOf(drawn)['draft:results']).toBe('Done as planned: 0 of 2 (this week).')
    expect(JSON.stringify(drawn)).not.toContain('language model')
    expect(model?.asked.length ?? 2).toBe(2)
    // A right sentence in a part that there is not: it is told which there are.
    if (model) expect(model.asked[1]!.refused).toContain('"part" is none of those given: results, ')
  }
})

test('where both together are too long, the draft’s field says so, and nothing is cut', async () => {
  const ben = await opened()
  const drawn = await ben.draft()
  const state = { ...untouched(drawn), ...text('section:results', 'x'.repeat(1990)) }
  expect(await ben.submit(state, drawn.private_metadata!)).toEqual({
    kind: 'errors',
    errors: { 'draft:results': expect.stringContaining('2,000') },
  })
})

test('a form that is drawn again keeps the draft as it was left, and what it is made of', async () => {
  const ben = await opened(scriptedModel([PROSE]))
  const drawn = await ben.draft()
  const state = { ...untouched(drawn), ...text('draft:results', 'I called twice.') }
  const kept = draftIn(state, readMetadata(drawn.private_metadata!)!)
  expect(kept).toMatchObject({ byModel: true, texts: { results: 'I called twice.' } })
  const notes = (kept as { notes: readonly string[] }).notes.join(' ')
  expect(notes).toContain('The figures are shown by')
  expect(notes).toContain('Not covered: what customers told you')
})

test('a draft that nobody has touched stays marked as a model’s, until the text is changed', async () => {
  const ben = await opened(scriptedModel([PROSE]))
  const drawn = await ben.draft()
  const changed = text('draft:challenges', 'The price list of Bolt is old.')
  await ben.submit({ ...untouched(drawn), ...changed }, drawn.private_metadata!)
  // His own line stands above it.
  expect(await ben.drafted()).toEqual(['results:partly'])
  await ben.click(REPORT.open, ben.value)
  const again = ben.seen.views.at(-1)!
  await ben.submit(
    { ...untouched(again), ...text('section:challenges', 'Nothing.') },
    again.private_metadata!,
  )
  expect(await ben.drafted()).toEqual(['results:partly'])
  await ben.click(REPORT.open, ben.value)
  const third = ben.seen.views.at(-1)!
  await ben.submit({ ...untouched(third), ...text('section:results', 'Mine.') }, third.private_metadata!)
  expect(await ben.drafted()).toEqual([])
})

test('where the section’s own field is empty, all of it is the model’s', async () => {
  const ben = await opened(scriptedModel([PROSE]))
  const drawn = await ben.draft()
  await ben.submit({ ...untouched(drawn), ...text('section:results', ' ') }, drawn.private_metadata!)
  expect(await ben.drafted()).toEqual(['results', 'challenges:partly'])
})

test('the plain draft of the program is no model’s', async () => {
  const ben = await opened()
  const drawn = await ben.draft()
  await ben.submit(untouched(drawn), drawn.private_metadata!)
  expect(await ben.drafted()).toEqual([])
})
