// The fields of the set-up form for the weekly report: its day or none, its time, and questions of the team's own.
import type { Translate } from '../../core/i18n/translate.ts'
import { cleanLines } from '../../core/text.ts'
import { lastWorkDay } from '../../org/domain/calendar.ts'
import {
  DEFAULT_REPORT,
  type ReportQuestion,
  type ReportSettings,
  type TeamSettings,
  WEEKLY_REPORT,
} from '../../org/domain/team.ts'
import type { Block } from '../../slack/blocks.ts'
import { chosenIn, FIELD, field, fieldIn, menu, option, typedIn } from '../../slack/fields.ts'
import type { FormState } from '../../slack/requests.ts'
import { isSameText, knownQuestions } from '../domain/own-questions.ts'
import { weekday } from './setup-choices.ts'

export const WEEKLY = {
  day: 'weekly',
  time: 'weekly-time',
  questions: 'weekly-questions',
  insights: 'weekly-insights',
} as const

const OFF = 'off'
const MOST_QUESTIONS = 3
const QUESTION_LENGTH = 150
const DAYS = [1, 2, 3, 4, 5, 6, 7]

const weeklyOf = ({ reports, workDays }: Pick<TeamSettings, 'reports' | 'workDays'>): ReportSettings =>
  reports[WEEKLY_REPORT] ?? { ...DEFAULT_REPORT, weekday: lastWorkDay(workDays), on: false }

export function weeklyFields(settings: TeamSettings, t: Translate): Block[] {
  const { on, weekday: chosen, promptTime, questions } = weeklyOf(settings)
  const days = DAYS.map((day) => ({ value: String(day), text: weekday(day, 'long', t) }))
  const initial_value = questions.map(({ text }) => text).join('\n')
  const max_length = MOST_QUESTIONS * (QUESTION_LENGTH + 1)
  return [
    field(
      WEEKLY.day,
      t('setup.weekly'),
      menu([{ value: OFF, text: t('setup.weeklyOff') }, ...days], on ? String(chosen) : OFF),
      { hint: t('setup.weeklyHint') },
    ),
    field(WEEKLY.time, t('setup.weeklyTime'), {
      ...{ type: 'timepicker', action_id: FIELD, initial_time: promptTime },
    }),
    field(
      WEEKLY.questions,
      t('setup.weeklyQuestions'),
      {
        ...{ type: 'plain_text_input', action_id: FIELD, multiline: true, max_length },
        ...(initial_value && { initial_value }),
      },
      { optional: true, hint: t('setup.weeklyQuestionsHint') },
    ),
    field(WEEKLY.insights, t('setup.weeklyInsights'), insightBoxes(questions, t), {
      ...{ optional: true, hint: t('setup.weeklyInsightsHint') },
    }),
  ]
}

const newValue = (index: number): string => `new-${index}`

/** A question that is there has a box of its own wherever it is typed now; new ones have theirs by place: all may be new. */
function insightBoxes(questions: ReportSettings['questions'], t: Translate) {
  const label = questions.length > 0 ? 'setup.weeklyNewQuestion' : 'setup.weeklyQuestion'
  const known = questions.map(({ key, text }) => option({ value: key, text }))
  const added = Array.from({ length: MOST_QUESTIONS }, (_, index) =>
    option({ value: newValue(index), text: t(label, { number: index + 1 }) }),
  )
  const options = [...known, ...added]
  const chosen = known.filter((_, index) => questions[index]?.insight)
  return {
    ...{ type: 'checkboxes' as const, action_id: FIELD, options },
    ...(chosen.length > 0 && { initial_options: chosen }),
  }
}

const questionsIn = (state: FormState): string[] => [
  ...new Set(cleanLines(typedIn(state, WEEKLY.questions), MOST_QUESTIONS + 1, QUESTION_LENGTH)),
]

export const tooManyQuestions = (state: FormState): boolean => questionsIn(state).length > MOST_QUESTIONS

/** `time`: 'HH:MM', or null where none is selected. A form without the fields leaves everything as it is. */
export function reportsIn(
  state: FormState,
  settings: Pick<TeamSettings, 'reports' | 'workDays'>,
  time: string | null,
): TeamSettings['reports'] {
  const chosen = chosenIn(state, WEEKLY.day)
  if (fieldIn(state, WEEKLY.day) === undefined || chosen === null) return settings.reports
  const stored = weeklyOf(settings)
  const on = DAYS.map(String).includes(chosen)
  // What was never asked about and stays off is not stored.
  if (!on && !settings.reports[WEEKLY_REPORT]) return settings.reports
  const kept = (fieldIn(state, WEEKLY.insights)?.selected_options ?? []).map(({ value }) => value)
  const known = knownQuestions(questionsIn(state).slice(0, MOST_QUESTIONS), stored.questions)
  const added = known.filter(({ before }) => before === null)
  const questions = known.map((one): ReportQuestion => {
    const { key, text, before } = one
    // Nobody has chosen yet to keep what is answered to other words.
    const isReworded = before?.insight === true && !isSameText(before.text, text)
    const isKept = (kept.includes(key) && !isReworded) || kept.includes(newValue(added.indexOf(one)))
    return { key, text, ...(isKept && { insight: true }) }
  })
  const weekly = {
    ...{ ...stored, on, promptTime: time ?? stored.promptTime, questions },
    weekday: on ? Number(chosen) : stored.weekday,
  }
  return { ...settings.reports, [WEEKLY_REPORT]: weekly }
}
