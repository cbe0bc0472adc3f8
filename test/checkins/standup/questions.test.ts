// A team's own questions: what is switched off is not in the form, and the summary does without it; the order is the team's.
import { describe, expect, test } from 'vitest'
import { checkView } from '../../../sandbox/checker/view.ts'
import { BOT } from '../../../src/app/features.ts'
import { openStandup } from '../../../src/checkins/standup/flows/open-standup.ts'
import { fieldForErrors, readStandup, standupView } from '../../../src/checkins/standup/slack/standup-form.ts'
import { metadataOf } from '../../../src/checkins/standup/slack/standup-metadata.ts'
import { submitStandupForm } from '../../../src/checkins/standup/slack/submit-standup.ts'
import { saveSettings } from '../../../src/org/db/settings.ts'
import { untouched } from '../../slack/untouched.ts'
import { usesDatabase } from '../../support/database.ts'
import { day, standupTeam } from './team.ts'

const database = usesDatabase()

const en = BOT.translator('en')
const newTeam = () =>
  standupTeam(database.db, {
    zones: { ben: 'Europe/Berlin', eva: 'Europe/Berlin' },
    now: '2026-03-03T08:30:00Z',
  })
type Team = Awaited<ReturnType<typeof newTeam>>

/** From the date on; what is not named keeps its place behind these, and is on. */
const ask = (team: Team, from: string, ...questions: [key: string, on: boolean][]) =>
  saveSettings(database.db, team, {
    effectiveFrom: day(from),
    settings: { ...team.settings, questions: { standup: questions.map(([key, on]) => ({ key, on })) } },
    setBy: 'U-boss',
    setAt: team.context.clock.now(),
  })

async function formOf(team: Team, date: string) {
  const opened = await openStandup(team.context, team.person('ben'), { teamId: team.teamId, date: day(date) })
  if (!opened.ok) throw new Error(opened.reason)
  const view = standupView(opened.form, metadataOf(opened.form, false), en)
  expect(checkView(view)).toEqual([])
  const fields = view.blocks.flatMap(({ block_id }) => (block_id ? [block_id] : []))
  return { view, form: opened.form, fields }
}
const summaryOn = (team: Team, date: string) => team.facts(`summary:${team.teamId}:${date}`)

test('without stored questions the form has the default ones', async () => {
  const { fields } = await formOf(await newTeam(), '2026-03-03')
  expect(fields).toEqual(['number::calls', 'number::visits', 'plan', 'blocker', 'helper', 'note'])
})

test('another order is drawn in that order, and what the stored list does not name follows', async () => {
  const team = await newTeam()
  await ask(team, '2026-03-01', ['note', true], ['blockers', true], ['plan', true])
  const { fields } = await formOf(team, '2026-03-03')
  expect(fields).toEqual(['note', 'blocker', 'helper', 'plan', 'number::calls', 'number::visits'])
})

describe('blockers switched off', () => {
  test('are not in the form; an answer is taken, and the summary shows it without blockers', async () => {
    const team = await newTeam()
    await team.submit(team.person('ben'), '2026-03-03', { plan: ['Call Acme'], newBlockers: ['No budget'] })
    expect(await summaryOn(team, '2026-03-03')).toMatchObject({ blockers: [{ text: 'No budget' }] })
    await ask(team, '2026-03-04', ['blockers', false])
    team.context.moveTo('2026-03-04T08:30:00Z')
    const { view, form, fields } = await formOf(team, '2026-03-04')
    expect(fields).toEqual(['number::calls', 'number::visits', 'done:1', 'dropped', 'plan', 'note'])
    const metrics = form.numbers.map(({ metric }) => metric)
    const read = readStandup(
      { ...untouched(view), plan: { field: { type: 'plain_text_input', value: 'Visit Bolt' } } },
      metadataOf(form, false),
      { metrics, numbersDayOver: true },
      en,
    )
    if (!read.ok) throw new Error('not read')
    expect(await team.submit(team.person('ben'), '2026-03-04', read.answer)).toEqual({ ok: true })
    expect(await summaryOn(team, '2026-03-04')).toMatchObject({
      answers: [{ name: 'ben', plan: ['Call Acme', 'Visit Bolt'] }],
      blockers: [],
    })
  })
})

describe('what was done is not asked', () => {
  test('earlier lines end there: they are neither carried on nor counted as planned', async () => {
    const team = await newTeam()
    await team.submit(team.person('ben'), '2026-03-03', { plan: ['Call Acme'] })
    await ask(team, '2026-03-04', ['done', false])
    team.context.moveTo('2026-03-04T08:30:00Z')
    const { form, fields } = await formOf(team, '2026-03-04')
    expect(form.items).toEqual([])
    expect(fields).not.toContain('done:1')
    await team.submit(team.person('ben'), '2026-03-04', { plan: ['Visit Bolt'], doneNote: 'Fixed the CRM' })
    expect(await summaryOn(team, '2026-03-04')).toMatchObject({
      answers: [{ saidDid: null, done: ['Fixed the CRM'], plan: ['Visit Bolt'] }],
    })
  })
})

describe('the plan switched off', () => {
  test('a refusal of the whole form stands at its first field', async () => {
    const team = await newTeam()
    await ask(team, '2026-03-01', ['plan', false])
    const { view, fields } = await formOf(team, '2026-03-03')
    expect(fields).not.toContain('plan')
    team.context.moveTo('2026-03-04T08:30:00Z')
    const state = untouched(view)
    const result = await submitStandupForm(
      {
        who: team.person('ben'),
        now: team.context.clock.now(),
        t: en,
        triggerId: '',
        open: async () => {},
        ...{ state, metadata: view.private_metadata!, viewId: 'V1' },
      },
      team.context,
    )
    expect(result).toMatchObject({ kind: 'errors', errors: { [fieldForErrors(state)]: en('standup.over') } })
    expect(fields).toContain(fieldForErrors(state))
  })

  test('a form in which nothing at all would be asked still asks for the plan', async () => {
    const team = await newTeam()
    const off = ['numbers', 'done', 'plan', 'blockers', 'note'].map((key): [string, boolean] => [key, false])
    await ask(team, '2026-03-01', ...off)
    expect((await formOf(team, '2026-03-03')).fields).toEqual(['plan'])
  })
})
