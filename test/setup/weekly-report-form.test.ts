// The weekly report in the set-up form: off until somebody chooses a day, on for new teams, with up to three questions of the team's own.
import { describe, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import { definitionOf } from '../../src/checkins/reports/domain/report-kind.ts'
import { DEFAULT_REPORT, type TeamSettings } from '../../src/org/domain/team.ts'
import { defaultSettings, withWorkDays } from '../../src/setup/domain/default-settings.ts'
import { knownQuestions } from '../../src/setup/domain/own-questions.ts'
import { settingsChange } from '../../src/setup/flows/settings-change.ts'
import { initialInput, readDraft, readSetup, setupView } from '../../src/setup/slack/setup-form.ts'
import { filled, stateOf } from '../support/form-state.ts'
import { testSettings } from '../support/settings.ts'
import { facts } from './setup-facts.ts'

const t = BOT.translator('en')
const teamId = 'b1f6a3de-0000-4000-8000-000000000000'

/** Of a question that is new. */
const keyOf = (text: string) => knownQuestions([text], [])[0]!.key

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
          { key: keyOf('Mood?'), text: 'Mood?' },
          { key: keyOf('Who helped you?'), text: 'Who helped you?' },
        ],
      },
    })
  })

  test('the answers to a question can be kept as insights; the choice stays with the question', () => {
    const ticked = (...values: string[]) => ({
      'weekly-insights': { selected_options: values.map((value) => ({ value })) },
    })
    const fields = { 'weekly-questions': { value: 'Competitors?\nMood?' }, ...ticked('new-0', 'new-2') }
    const { weekly } = drafted({ weekly: DEFAULT_REPORT }, fields)
    expect(weekly!.questions).toEqual([
      { key: keyOf('Competitors?'), text: 'Competitors?', insight: true },
      { key: keyOf('Mood?'), text: 'Mood?' },
    ])
    expect(drafted({ weekly: weekly! })).toEqual({ weekly })
    const { weekly: without } = drafted({ weekly: weekly! }, ticked())
    expect(without!.questions[0]).toEqual({ key: keyOf('Competitors?'), text: 'Competitors?' })
    const kept = definitionOf('weekly', weekly!).sections.filter(({ insight }) => insight)
    expect(kept.map(({ key }) => key)).toEqual(['market', keyOf('Competitors?')])
  })

  describe('key and mark stay with their question', () => {
    const stored = [
      { key: 'own-1', text: 'What do competitors do?', insight: true },
      { key: 'own-2', text: 'How is your mood?' },
    ]
    const changed = (lines: string[], ticked = ['own-1']) =>
      drafted(
        { weekly: { ...DEFAULT_REPORT, questions: stored } },
        {
          'weekly-questions': { value: lines.join('\n') },
          'weekly-insights': { selected_options: ticked.map((value) => ({ value })) },
        },
      ).weekly!.questions.map(({ key, text, insight = false }) => `${key} ${text} ${insight}`)
    const [rivals, mood] = stored.map(({ text }) => text) as [string, string]
    const NEW = 'Which deal taught you most?'

    test.each<[string, string[], string[]]>([
      ['as it is', [rivals, mood], [`own-1 ${rivals} true`, `own-2 ${mood} false`]],
      ['the other way round', [mood, rivals], [`own-2 ${mood} false`, `own-1 ${rivals} true`]],
      ['the first is deleted', [mood], [`own-2 ${mood} false`]],
      [
        'one is inserted above',
        [NEW, rivals, mood],
        [`${keyOf(NEW)} ${NEW} false`, `own-1 ${rivals} true`, `own-2 ${mood} false`],
      ],
      [
        'spaced and marked otherwise, and moved down',
        [mood, 'what do  competitors do'],
        [`own-2 ${mood} false`, 'own-1 what do  competitors do true'],
      ],
      [
        'reworded a little: the answers stay, the tick does not',
        ['What did competitors do?', mood],
        ['own-1 What did competitors do? false', `own-2 ${mood} false`],
      ],
      [
        'reworded beyond what is surely the same',
        ['What did competitors do this week?', mood],
        [
          `${keyOf('What did competitors do this week?')} What did competitors do this week? false`,
          `own-2 ${mood} false`,
        ],
      ],
      ['another in its place', [NEW, mood], [`${keyOf(NEW)} ${NEW} false`, `own-2 ${mood} false`]],
    ])('%s', (_, lines, expected) => {
      expect(changed(lines)).toEqual(expected)
    })

    test.each<[string, string, boolean]>([
      ['What went well this week?', 'What went wrong this week?', false],
      ['What did you win this week?', 'What did you lose this week?', false],
      ['本周做得好的有哪些？', '本周做得不好的有哪些？', false],
      ['本周竞品有何动向？', '本周竞品有何动向', true],
      [
        'Which customers told you why they did not buy?',
        'Which customers told you why they did not buy it?',
        true,
      ],
    ])('“%s” and “%s”', (before, after, isSame) => {
      const [one] = knownQuestions([after], [{ key: 'own-1', text: before }])
      expect(one!.key === 'own-1').toBe(isSame)
    })

    test('of two that are alike the most alike is it, wherever it stands', () => {
      const long = 'Which customers told you why they did not buy from us'
      const two = [`${long} this week?`, `${long} this year?`].map((text, index) => ({
        key: `own-${index}`,
        text,
      }))
      expect(knownQuestions([`${long} this years?`], two)[0]!.key).toBe('own-1')
    })

    test('three new ones in the place of three can all be kept', () => {
      const three = ['Rivals?', 'Prices?', 'Wishes?'].map((text, index) => ({ key: `own-${index}`, text }))
      const own = { weekly: { ...DEFAULT_REPORT, questions: three } }
      const boxes = JSON.stringify(setupView(of(own), initialInput(of(own)), true, t))
      const kept = ['new-0', 'new-1', 'new-2'].map((value) => ({ value }))
      for (const { value } of kept) expect(boxes).toContain(`"${value}"`)
      const fields = {
        'weekly-questions': { value: 'Mood?\nWho helped you?\nWhat did customers praise?' },
        'weekly-insights': { selected_options: kept },
      }
      expect(drafted(own, fields).weekly!.questions.map(({ insight }) => insight)).toEqual([true, true, true])
    })

    test('a new one has a box of its own, and never the key of another text', () => {
      expect(changed([NEW, rivals], ['own-1', 'new-0'])[0]).toBe(`${keyOf(NEW)} ${NEW} true`)
      const reworded = [{ key: keyOf(mood), text: 'How is your own mood today?' }]
      const [, again] = knownQuestions(['How is your own mood today?', mood], reworded)
      expect(again).toEqual({ key: `${keyOf(mood)}-2`, text: mood, before: null })
    })
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

  test('it stays on the last working day when the working days change, and on a day that was chosen', () => {
    const sunday = [1, 2, 3, 4, 7]
    const moved = (weekday: number, workDays: number[]) =>
      withWorkDays({ weekly: { ...DEFAULT_REPORT, weekday } }, [1, 2, 3, 4, 5], workDays).weekly!.weekday
    expect([moved(5, sunday), moved(3, sunday), moved(5, [1, 2, 3, 4, 5, 6]), moved(5, [])]).toEqual([
      4, 3, 5, 5,
    ])
    const of_ = of({ weekly: DEFAULT_REPORT })
    const days = { days: { selected_options: sunday.map((day) => ({ value: String(day) })) } }
    const state = filled(stateOf(setupView(of_, initialInput(of_), false, t)), days)
    expect(readDraft(state, of_).settings.reports.weekly!.weekday).toBe(4)
  })

  test('the audit keeps when it is due, and nothing that somebody typed', () => {
    const questions = [{ key: 'own-1', text: 'What annoys you?' }]
    const weekly = { ...DEFAULT_REPORT, title: 'Our week', questions }
    const change = settingsChange(testSettings(), testSettings({ reports: { weekly } }))
    expect(change?.after).toEqual({ reports: { weekly: { on: true, weekday: 5, promptTime: '16:00' } } })
  })
})
