// Logs numbers typed in one line (`/kpi log calls 5, visits 2`) and replies what was saved, with an Undo button.
import { z } from 'zod'
import type { Context } from '../../core/context.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { cleanText } from '../../core/text.ts'
import { noTeamMessage } from '../../org/slack/no-team.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { IsoDate } from '../../slack/dates.ts'
import { uuidOf } from '../../slack/digest.ts'
import { button } from '../../slack/fields.ts'
import { readJson } from '../../slack/json.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, CommandRequest, LineHandler } from '../../slack/requests.ts'
import { isDatedNumbersLine, type LineView } from '../domain/dated-line.ts'
import { CUSTOMER_LENGTH, parseLine } from '../domain/deal-line.ts'
import { isDealMetric } from '../domain/deal-metric.ts'
import type { Metric } from '../domain/metrics.ts'
import {
  isForSomeTeam,
  type LineDay,
  type LineLogged,
  logLine,
  saveLine,
  type TypedLine,
} from '../flows/log-typed-line.ts'
import { type UndoResult, undoAndAnnounce } from '../flows/undo-activity.ts'
import { formatValue } from './format-value.ts'
import { NUMBERS } from './ids.ts'
import {
  type AskedLine,
  readAskedLine,
  renderDayQuestion,
  renderLineQuestion,
  renderTeamQuestion,
} from './line-questions.ts'
import {
  type LoggedLine,
  renderLogged,
  renderPartlyLogged,
  renderUnusualQuestion,
  shortName,
  undoneText,
} from './logged.ts'
import { namesOfMetrics, otherPresets } from './metric-names.ts'
import { amountError } from './number-problems.ts'

const Kept = z.object({
  team: z.uuid(),
  date: IsoDate,
  values: z.record(z.string(), z.int()),
  key: z.uuid(),
  customer: z.string().optional(),
})
const PART_LENGTH = 60
const METRICS_SHOWN = 20
const OTHERS_SHOWN = 3
/** The deals of one line. */
const MOST_UNDONE = 5

export async function logTypedLine(call: CommandRequest, context: Context): Promise<void> {
  const { who, channelId, triggerId } = call
  // Delivered again, also to another process, it is the same line.
  const key = triggerId ? uuidOf(`${who.workspaceId} ${who.userId} ${triggerId}`) : crypto.randomUUID()
  const asked = { line: call.rest, key, picks: {} }
  const logged = await logLine(context, who, { channelId }, typedLine(asked), key)
  const isInNone = !logged.ok && logged.reason === 'no-team'
  call.reply(isInNone ? await noTeamMessage(call, context) : await answerTo(logged, asked, call, context))
}

type Call = Pick<CommandRequest, 'who' | 't'>

async function answerTo(
  logged: LineLogged,
  asked: AskedLine,
  call: Call,
  context: Context,
): Promise<RenderedMessage> {
  if (!logged.ok && logged.reason === 'unread' && logged.problem.lines)
    return logDeals(logged.problem.lines, { ...asked, day: logged }, call, context)
  if (!logged.ok) return answer(logged, call.t, asked)
  return renderLogged([logged], await notesOn([logged], call, context), call.t)
}

/** Each deal by itself, in the order of the line, until one has to be asked about. */
async function logDeals(
  lines: readonly string[],
  { key, picks, day }: AskedLine & { day: LineDay },
  call: Call,
  context: Context,
): Promise<RenderedMessage> {
  const { who, t } = call
  const { teamId, date } = day
  const done: LoggedLine[] = []
  for (const [index, line] of lines.entries()) {
    const asked = { line, key: uuidOf(`${key} ${index}`), picks }
    const logged = await logLine(context, who, { teamId, date }, typedLine(asked), asked.key)
    if (logged.ok) done.push(logged)
    else return renderPartlyLogged(done, { lines: lines.slice(index), question: answer(logged, t, asked) }, t)
  }
  return renderLogged(done, await notesOn(done, call, context), t)
}

/** What higher features say about the deals among what was saved, each thing once. */
async function notesOn(logged: readonly LoggedLine[], { who, t }: Call, context: Context): Promise<string[]> {
  const notes = new Set<string>()
  for (const { entries, sourceKey } of logged)
    for (const noteOn of entries.some(({ metric }) => isDealMetric(metric))
      ? context.contributions.dealNotes
      : []) {
      const note = await noteOn({ workspaceId: who.workspaceId, sourceKey, t }, context)
      if (note !== null) notes.add(note)
    }
  return [...notes]
}

/** A line of numbers without a command: 'calls 5 visits 2', '电话 5 拜访 2'. */
export const logBareLine: LineHandler = async (call, context, what) => {
  const reads = (metrics: readonly Metric[], view: LineView) =>
    isDatedNumbersLine(call.rest, view, { own: namesOfMetrics(metrics), others: otherPresets(metrics) }, what)
  if (!/\d/u.test(call.rest.normalize('NFKC')) || !(await isForSomeTeam(context, call.who, reads)))
    return false
  await logTypedLine(call, context)
  return true
}

const typedLine = ({ line, picks }: AskedLine): TypedLine => ({
  line,
  parse: (text, metrics) =>
    parseLine(text, { own: namesOfMetrics(metrics), others: otherPresets(metrics), picks }),
})

/** A button under a question about a line: the whole line is read again, with the choice. */
export const chooseReading: ActionHandler = async (call, context) => {
  const asked = readAskedLine(call.value)
  if (!asked) return call.replace(textMessage(call.t('log.undoUnknown')))
  const logged = await logLine(context, call.who, asked.day, typedLine(asked), asked.key)
  await call.replace(await answerTo(logged, asked, call, context))
}

/** The button "Yes, keep it". Its value is validated like typed input, because it can be forged. */
export const saveUnusual: ActionHandler = async (call, context) => {
  const kept = readJson(call.value, Kept)
  if (!kept) return call.replace(textMessage(call.t('log.undoUnknown')))
  const { team: teamId, date, values, key } = kept
  const customer = cleanText(kept.customer ?? '', CUSTOMER_LENGTH) || null
  const saved = await saveLine(context, call.who, { teamId, date, values, key, customer })
  await call.replace(await answerTo(saved, { line: '', key, picks: {} }, call, context))
}

export const undoLine: ActionHandler = async (call, context) => {
  const keys = call.value.split(',').slice(0, MOST_UNDONE)
  const lines: string[] = []
  for (const sourceKey of keys)
    lines.push(undoAnswer(await undoAndAnnounce(context, call.who, { sourceKey }), call.t))
  await call.replace(textMessage(lines.join('\n')))
}

function answer(logged: Extract<LineLogged, { ok: false }>, t: Translate, asked: AskedLine): RenderedMessage {
  switch (logged.reason) {
    case 'unusual': {
      const { teamId, date, entries, unusual, customer } = logged
      const values = Object.fromEntries(entries.map(({ metric, value }) => [metric.key, value]))
      const kept = {
        team: teamId,
        date: date.toString(),
        values,
        key: asked.key,
        customer: customer ?? undefined,
      }
      return renderUnusualQuestion(entries, unusual, date, JSON.stringify(kept), t)
    }
    case 'unread':
      return renderLineQuestion(logged, { ...asked, line: logged.line }, t) ?? unclear(logged, t)
    case 'which-team':
      return renderTeamQuestion(logged, asked, t) ?? textMessage(t('log.tooLongToAsk'))
    case 'which-day':
      return renderDayQuestion(logged, asked, t) ?? textMessage(t('log.tooLongToAsk'))
    case 'above-hard-max': {
      const { metric } = logged
      const most = formatValue(metric, metric.hardMax, t.locale)
      return textMessage(t('log.tooMuch', { metric: shortName(metric, t), most }))
    }
    case 'below-hard-min': {
      const { metric } = logged
      return textMessage(
        t('common.labelled', { label: shortName(metric, t), value: amountError(metric, logged.reason, t) }),
      )
    }
    case 'no-team':
      return textMessage(t('log.noTeam'))
    case 'not-yet':
      return textMessage(t('log.notYet'))
    case 'closed':
      return textMessage(t('log.closed'))
  }
}

/** Which part was not understood, what it could mean, and a button that opens the form instead. */
function unclear(
  { problem, metrics }: Extract<LineLogged, { reason: 'unread' }>,
  t: Translate,
): RenderedMessage {
  if (metrics.length === 0) return textMessage(t('log.noMetrics'))
  const example = metrics
    .slice(0, 2)
    .map((metric, index) => `${shortName(metric, t).replaceAll('`', '')} ${index === 0 ? 5 : 2}`)
    .join(t('common.listSeparator'))
  const text = [problemText(problem, metrics, t), t('log.example', { example })].join('\n')
  const { blocks } = textMessage(text)
  return { text, blocks: [...blocks, button(NUMBERS.openLog, t('log.openForm'), 'log')] }
}

function problemText(
  { reason, part, candidates, problem }: Extract<LineLogged, { reason: 'unread' }>['problem'],
  metrics: readonly Metric[],
  t: Translate,
): string {
  const typed = escapeWithin(part, PART_LENGTH)
  const names = (list: readonly Metric[]) =>
    list
      .slice(0, METRICS_SHOWN)
      .map((metric) => shortName(metric, t))
      .join(t('common.listSeparator'))
  if (reason === 'several-deals') return t('log.severalDeals')
  if (reason === 'ambiguous') return t('log.ambiguous', { part: typed, metrics: names(candidates) })
  const [metric] = candidates
  if (reason === 'bad-amount' && metric && problem) {
    if (problem === 'missing')
      return t(isDealMetric(metric) ? 'log.missingAmount' : 'log.missingNumber', { part: typed })
    if (problem === 'unclear') return t('log.tooLongToAsk')
    return t('log.badAmount', {
      part: typed,
      metric: shortName(metric, t),
      problem: amountError(metric, problem, t),
    })
  }
  if (metric && reason === 'unknown-metric') {
    const others = candidates.slice(0, OTHERS_SHOWN).map((one) => shortName(one, t))
    return t('log.othersMetric', { part: typed, others: others.join(t('log.or')), metrics: names(metrics) })
  }
  return t('log.unknownMetric', { part: typed, metrics: names(metrics) })
}

export function undoAnswer(result: UndoResult, t: Translate): string {
  if (result.ok) {
    const { undone, membership } = result
    const entries = undone.entries.flatMap(({ metricKey, value }) => {
      const metric = membership.metrics.find(({ key }) => key === metricKey)
      return metric ? [{ metric, value }] : []
    })
    return undoneText(entries, undone.date, t)
  }
  const texts = {
    unknown: t('log.undoUnknown'),
    'not-yours': t('log.undoNotYours'),
    'already-undone': t('log.undoneBefore'),
    closed: t('log.undoTooLate'),
    'changed-since': t('log.undoChanged'),
  }
  return texts[result.reason]
}
