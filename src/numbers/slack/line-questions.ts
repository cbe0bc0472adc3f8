// Asks in private what a typed line means, with a button for each answer; nothing is saved until one is pressed.
import { z } from 'zod'
import { formatDate } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { cleanText } from '../../core/text.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { IsoDate } from '../../slack/dates.ts'
import { plain } from '../../slack/fields.ts'
import { readJson } from '../../slack/json.ts'
import { limits } from '../../slack/limits.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { clip } from '../../slack/mrkdwn.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { Metric } from '../domain/metrics.ts'
import type { Picks } from '../domain/typed-line.ts'
import type { LineDay, LineLogged, UnreadPart } from '../flows/log-typed-line.ts'
import { metricName, typedValue } from './format-value.ts'
import { NUMBERS } from './ids.ts'
import { shortName } from './logged.ts'
import { readingsText } from './number-problems.ts'

const PART_LENGTH = 60
const MOST_ANSWERS = 5
/** Two teams of the same channel list; more fit into a message, and nobody is in as many. */
const MOST_TEAMS = 20

const Asked = z.object({
  /** As typed. */
  line: z.string(),
  team: z.uuid(),
  date: IsoDate,
  key: z.uuid(),
  /** What was chosen before and by this button. */
  picks: z.record(z.string(), z.string()),
})

/** A line that is being asked about: its day is that of the typing, however late the answer comes. */
export interface AskedLine {
  line: string
  key: string
  picks: Picks
}

interface Answer {
  label: string
  picks: Picks
  day: LineDay
}

/** Null: invalid or forged. What it names is checked like typed text. */
export function readAskedLine(value: string): (AskedLine & { day: LineDay }) | null {
  const asked = readJson(value, Asked)
  if (!asked) return null
  const { line, key, picks, team: teamId, date } = asked
  return { line, key, picks, day: { teamId, date } }
}

/** Null: the question has too many answers for buttons, or the line is too long for them. */
export function renderLineQuestion(
  refusal: Extract<LineLogged, { reason: 'unread' }>,
  asked: AskedLine,
  t: Translate,
): RenderedMessage | null {
  const { problem, teamId, date } = refusal
  const answers = choicesIn(problem, t).map(({ label, value }) => ({
    label,
    picks: { ...asked.picks, [problem.part]: value },
    day: { teamId, date },
  }))
  if (answers.length === 0 || answers.length > MOST_ANSWERS) return null
  return question(questionText(problem, t), answers, asked)
}

/** Null: the line is too long for a button. */
export function renderTeamQuestion(
  { teams }: Extract<LineLogged, { reason: 'which-team' }>,
  asked: AskedLine,
  t: Translate,
): RenderedMessage | null {
  const answers = teams.slice(0, MOST_TEAMS).map(({ name, teamId, date }) => ({
    label: name,
    picks: asked.picks,
    day: { teamId, date },
  }))
  return question(t('log.whichTeam'), answers, asked)
}

/** Null: the line is too long for a button. */
export function renderDayQuestion(
  { days, line }: Extract<LineLogged, { reason: 'which-day' }>,
  asked: AskedLine,
  t: Translate,
): RenderedMessage | null {
  const answers = days.map((day) => ({
    ...{ label: formatDate(day.date, t.locale), picks: asked.picks, day },
  }))
  return question(t('log.whichDay'), answers, { ...asked, line })
}

function choicesIn(
  { reason, problem, candidates, readings }: UnreadPart,
  t: Translate,
): { label: string; value: string }[] {
  const [metric] = candidates
  if (reason === 'ambiguous') return candidates.map((one) => ({ label: metricName(one, t), value: one.key }))
  if (problem !== 'unclear' || !metric) return []
  return readings.map((reading) => ({ label: typedValue(metric, reading), value: String(reading) }))
}

function questionText({ reason, part, candidates, readings }: UnreadPart, t: Translate): string {
  const typed = escapeWithin(part, PART_LENGTH)
  const names = (list: readonly Metric[]) => list.map((metric) => shortName(metric, t)).join(t('log.or'))
  if (reason === 'ambiguous') return t('log.whichMetric', { part: typed, metrics: names(candidates) })
  const metric = candidates[0]!
  const said = { part: typed, metric: shortName(metric, t), readings: readingsText(metric, readings, t) }
  return t('log.whichReading', said)
}

function question(
  text: string,
  answers: readonly Answer[],
  { line, key }: AskedLine,
): RenderedMessage | null {
  const buttons = answers.map(({ label, picks, day }, index) => ({
    type: 'button' as const,
    action_id: `${NUMBERS.choose}#${index}`,
    text: plain(clip(cleanText(label, 200) || '…', limits.button.text.maxLength)),
    value: JSON.stringify({ line, team: day.teamId, date: day.date.toString(), key, picks }),
  }))
  if (buttons.some(({ value }) => value.length > limits.button.value.maxLength)) return null
  const { blocks } = textMessage(text)
  return { text, blocks: [...blocks, { type: 'actions', elements: buttons }] }
}
