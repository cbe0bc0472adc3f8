// The weekly report in the set-up form: off until somebody chooses a day, on for new teams, with up to three questions of the team's own.
import { describe, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import { definitionOf } from '../../src/checkins/reports/domain/report-kind.ts'
import { DEFAULT_REPORT, type TeamSettings } from '../../src/org/domain/team.ts'
import { defaultSettings } from '../../src/setup/domain/default-settings.ts'
import { settingsChange } from '../../src/setup/flows/settings-change.ts'
import { initialInput, readDraft, readSetup, setupView } from '../../src/setup/slack/setup-form.ts'
import { filled, stateOf } from '../support/form-state.ts'
import { testSettings } from '../support/settings.ts'
import { facts } from './setup-facts.ts'

const t = BOT.translator('en')
const teamId = 'b1f6a3de-0000-4000-8000-000000000000'

describe('the weekly report in the set-up form', () => {
  const of = (reports: TeamSettings['reports']) => facts({ teamId }, { reports })
  const opened = (reports: TeamSettings['reports']) =>
    stateOf(setupView(of(reports), initialInput(of(reports)), true, t))
  const drafted = (reports: TeamSettings['reports'], fields: Parameters<typeof filled>[1] = {}) =>
    readDraft(filled(opened(reports), fields), of(reports)).settings.reports

  test('a team that was never asked has none, and a form that is left as it is changes nothing', () => {
    expect(drafted({})).toEqual({})
    const own = { weekly: { ...DEFAULT_REPORT, weekday: 4, questions: [{ key: 'own-1', text: 'Mood?' }] } }
    expect(drafted(own)).toEqual(own)
  })

  test('a day, a time and questions switch it on; a second report of the team stays', () => {
    const pipeline = { ...DEFAULT_REPORT, weekday: 3, title: 'Pipeline check' }
    const reports = drafted(
      { pipeline },
      {
        weekly: { selected_option: { value: '4' } },
        'weekly-time': { selected_time: '15:30' },
        'weekly-questions': { value: 'Mood?\nWho helped you?' },
      },
    )
    expect(reports).toEqual({
      pipeline,
      weekly: {
        ...{ ...DEFAULT_REPORT, weekday: 4, promptTime: '15:30' },
        questions: [
          { key: 'own-1', text: 'Mood?' },
          { key: 'own-2', text: 'Who helped you?' },
        ],
      },
    })
  })

  test('the answers to a question can be kept as insights; the choice stays with the question', () => {
    const ticked = (...values: string[]) => ({
      'weekly-insights': { selected_options: values.map((value) => ({ value })) },
    })
    const fields = { 'weekly-questions': { value: 'Competitors?\nMood?' }, ...ticked('0', '2') }
    const { weekly } = drafted({ weekly: DEFAULT_REPORT }, fields)
    expect(weekly!.questions).toEqual([
      { key: 'own-1', text: 'Competitors?', insight: true },
      { key: 'own-2', text: 'Mood?' },
    ])
    expect(drafted({ weekly: weekly! })).toEqual({ weekly })
    const { weekly: without } = drafted({ weekly: weekly! }, ticked())
    expect(without!.questions[0]).toEqual({ key: 'own-1', text: 'Competitors?' })
    const kept = definitionOf('weekly', weekly!).sections.filter(({ insight }) => insight)
    expect(kept.map(({ key }) => key)).toEqual(['market', 'own-1'])
  })

  test('off keeps its day for later', () => {
    const off = drafted({ weekly: DEFAULT_REPORT }, { weekly: { selected_option: { value: 'off' } } })
    expect(off).toEqual({ weekly: { ...DEFAULT_REPORT, on: false } })
  })

  test('more than three questions are refused at their field', () => {
    const state = filled(opened({}), { 'weekly-questions': { value: 'a\nb\nc\nd' } })
    expect(readSetup(state, of({}), t)).toEqual({
      ...{ ok: false, errors: { 'weekly-questions': expect.stringContaining('Up to three') } },
    })
  })

  test('a new team has it on Friday at four', () => {
    const { reports } = defaultSettings('North', { zone: 'Europe/Berlin', locale: 'en' })
    expect(reports).toMatchObject({
      weekly: { on: true, weekday: 5, promptTime: '16:00', asksNumbers: true },
    })
  })

  test('the audit keeps when it is due, and nothing that somebody typed', () => {
    const questions = [{ key: 'own-1', text: 'What annoys you?' }]
    const weekly = { ...DEFAULT_REPORT, title: 'Our week', questions }
    const change = settingsChange(testSettings(), testSettings({ reports: { weekly } }))
    expect(change?.after).toEqual({ reports: { weekly: { on: true, weekday: 5, promptTime: '16:00' } } })
  })
})
