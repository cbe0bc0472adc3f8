// The standup form: drawn with the known values filled in, and read back without trusting the client.

import { formatDate, formatTime } from '../../../core/i18n/format.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import type { MetricKey } from '../../../core/ids.ts'
import { cleanLines, cleanText } from '../../../core/text.ts'
import type { Metric } from '../../../numbers/domain/metrics.ts'
import {
  isNumberBlock,
  numberBlocks,
  readNumbers,
  type UnusualValues,
} from '../../../numbers/slack/number-fields.ts'
import { teamLabel } from '../../../org/slack/team-line.ts'
import type { Block, ModalView } from '../../../slack/blocks.ts'
import { modal, section, typedIn, userIn } from '../../../slack/fields.ts'
import { mrkdwn } from '../../../slack/mrkdwn.ts'
import type { FormState } from '../../../slack/requests.ts'
import { dayTargetHint } from '../../../targets/slack/day-target.ts'
import type { Outcome, StandupAnswer } from '../domain/standup.ts'
import type { StandupQuestion } from '../domain/standup-kind.ts'
import type { StandupForm } from '../flows/open-standup.ts'
import { STANDUP } from './ids.ts'
import { allChosenIn, boxBlocks, choicesBlock, colleagueBlock, linesBlock } from './standup-fields.ts'
import type { StandupMetadata } from './standup-metadata.ts'

const DONE = 'done'
const DROPPED = 'dropped'
const PLAN = 'plan'
const SOLVED = 'solved'
const DUE_ITEMS = 'todo'
const BLOCKER = 'blocker'
export const HELPER = 'helper'
const NOTE = 'note'

const PLAN_LINES = 10
const BLOCKER_LINES = 5
const LINE_LENGTH = 300
const NOTE_LENGTH = 1000

type Part = (form: StandupForm, t: Translate, unusual: UnusualValues) => Block[]

/** What the form shows for each question that it asks. */
const PARTS: Readonly<Record<StandupQuestion, Part>> = {
  numbers: numbersPart,
  done: donePart,
  plan: planPart,
  blockers: blockersPart,
  note: notePart,
}

/** The parts in the team's order. `unusual`: numbers to be confirmed. */
export function standupView(
  form: StandupForm,
  metadata: StandupMetadata,
  translate: Translate,
  unusual: UnusualValues = {},
): ModalView {
  const t = translate.calling(form.checkinName)
  const todo = todoPart(form, t)
  const asked = form.asks.flatMap((question) => [
    ...(question === 'plan' ? todo : []),
    ...PARTS[question](form, t, unusual),
  ])
  // Errors are shown at fields, so a form has at least one.
  const blocks = [
    head(form, t),
    ...(asked.length > 0 ? asked : planPart(form, t)),
    ...(form.asks.includes('plan') ? [] : todo),
  ]
  return modal({
    callbackId: STANDUP.form,
    title: capital(t('standup.formTitle'), t.locale),
    submit: t(form.revision > 0 ? 'common.save' : 'standup.send'),
    close: t('common.cancel'),
    metadata,
    blocks,
  })
}

const capital = (text: string, locale: string): string => {
  const [first = '', ...rest] = text
  return first.toLocaleUpperCase(locale) + rest.join('')
}

function head(form: StandupForm, t: Translate): Block {
  const said = {
    team: teamLabel(form, t),
    date: formatDate(form.date, t.locale),
    time: formatTime(form.closeAt, form.zone, t.locale),
  }
  const text = t(form.late ? 'standup.formHeadLate' : 'standup.formHead', said)
  return { type: 'context', elements: [mrkdwn(text)] }
}

function numbersPart(form: StandupForm, t: Translate, unusual: UnusualValues): Block[] {
  if (form.numbersReported) return [reportedLine(form, t)]
  if (form.numbers.length === 0) return []
  const title = t('standup.numbersOf', { date: formatDate(form.numbersDate, t.locale) })
  const fields = form.numbers.map((field, index) => ({
    ...field,
    first: index === 0 && form.asks[0] === 'numbers',
    hint: dayTargetHint(form.targets, field.metric, t),
  }))
  return [section(`*${title}*`), ...numberBlocks(fields, t, unusual)]
}

function reportedLine({ numbersDate }: StandupForm, t: Translate): Block {
  const date = formatDate(numbersDate, t.locale)
  return { type: 'context', elements: [mrkdwn(t('standup.numbersReported', { date }))] }
}

function donePart({ items }: StandupForm, t: Translate): Block[] {
  if (items.length === 0) return []
  const choices = items.map(({ itemId, text }) => ({ value: itemId, text }))
  const told = (outcome: Outcome) =>
    items.filter((item) => item.outcome === outcome).map(({ itemId }) => itemId)
  return [
    ...boxBlocks(DONE, {
      label: t('standup.formDone'),
      hint: t('standup.formDoneHint'),
      choices,
      ticked: told('done'),
    }),
    choicesBlock(DROPPED, {
      label: t('standup.formDropped'),
      placeholder: t('standup.formDroppedNone'),
      choices,
      chosen: told('dropped'),
    }),
  ]
}

function planPart(form: StandupForm, t: Translate): Block[] {
  const block = linesBlock(PLAN, {
    label: t('standup.formPlan'),
    hint: t('standup.formPlanHint'),
    lines: form.plan,
    optional: true,
  })
  return [block]
}

/** What is due on the member's list, to be ticked off here. */
function todoPart({ todo, doneActionIds }: StandupForm, t: Translate): Block[] {
  const rest = todo.count - todo.items.length
  return boxBlocks(DUE_ITEMS, {
    label: t('standup.formTodo'),
    ...(rest > 0 && { hint: t('todo.homeMore', { count: rest }) }),
    choices: todo.items.map(({ actionId, text }) => ({ value: actionId, text })),
    ticked: doneActionIds,
  })
}

function notePart({ doneNote }: StandupForm, t: Translate): Block[] {
  return [linesBlock(NOTE, { label: t('standup.formNote'), lines: [doneNote], optional: true })]
}

function blockersPart(form: StandupForm, t: Translate): Block[] {
  return [
    ...boxBlocks(SOLVED, {
      label: t('standup.formSolved'),
      choices: form.blockers.map(({ blockerId, text }) => ({ value: blockerId, text })),
      ticked: form.blockers.filter(({ closed }) => closed).map(({ blockerId }) => blockerId),
    }),
    linesBlock(BLOCKER, { label: t('standup.formBlocker'), lines: form.newBlockers, optional: true }),
    colleagueBlock(HELPER, { label: t('standup.formHelper'), userId: form.helperUserId }),
  ]
}

/** The field that shows an error of the whole form: the plan, or where the team does not ask for it one that can be typed in. */
export function fieldForErrors(state: FormState): string {
  const fields = Object.keys(state)
  const typed = [PLAN, fields.find(isNumberBlock), BLOCKER, NOTE].find(
    (field) => field && fields.includes(field),
  )
  return typed ?? fields[0] ?? PLAN
}

export const helperIn = (state: FormState) => userIn(state, HELPER)

export type StandupProblem =
  | { kind: 'errors'; errors: Record<string, string> }
  /** Numbers to ask about; `answer` is what was typed, for drawing the form again. */
  | {
      kind: 'questions'
      questions: Record<MetricKey, number>
      metrics: readonly Metric[]
      answer: StandupAnswer
    }

export type StandupRead = { ok: true; answer: StandupAnswer } | { ok: false; problem: StandupProblem }

export function readStandup(
  state: FormState,
  metadata: Pick<StandupMetadata, 'asked' | 'solved'>,
  { metrics, numbersDayOver }: { metrics: readonly Metric[]; numbersDayOver: boolean },
  t: Translate,
): StandupRead {
  const numbers = readNumbers(state, metrics, t, metadata.asked, { dayOver: numbersDayOver })
  const plan = cleanLines(typedIn(state, PLAN), PLAN_LINES + 1, LINE_LENGTH)
  const newBlockers = cleanLines(typedIn(state, BLOCKER), BLOCKER_LINES + 1, LINE_LENGTH)
  const helperUserId = helperIn(state)
  const errors: Record<string, string> =
    !numbers.ok && numbers.reason === 'errors' ? { ...numbers.errors } : {}
  if (plan.length > PLAN_LINES) errors[PLAN] = t('standup.tooManyNewLines', { most: PLAN_LINES })
  if (newBlockers.length > BLOCKER_LINES)
    errors[BLOCKER] = t('standup.tooManyNewLines', { most: BLOCKER_LINES })
  if (helperUserId !== null && newBlockers.length === 0) errors[BLOCKER] = t('standup.helpWithWhat')
  if (Object.keys(errors).length > 0) return { ok: false, problem: { kind: 'errors', errors } }
  const closedBlockerIds = allChosenIn(state, SOLVED)
  const answer: StandupAnswer = {
    doneItemIds: allChosenIn(state, DONE),
    droppedItemIds: allChosenIn(state, DROPPED),
    doneNote: cleanText(typedIn(state, NOTE), NOTE_LENGTH),
    plan,
    closedBlockerIds,
    doneActionIds: allChosenIn(state, DUE_ITEMS),
    reopenedBlockerIds: metadata.solved.filter((blockerId) => !closedBlockerIds.includes(blockerId)),
    newBlockers,
    helperUserId,
    numbers: 'values' in numbers ? numbers.values : {},
    confirmed: numbers.ok ? numbers.confirmed : {},
  }
  if ('questions' in numbers)
    return { ok: false, problem: { kind: 'questions', questions: numbers.questions, metrics, answer } }
  return { ok: true, answer }
}

/** The form with what was typed instead of what was stored. */
export function withAnswer(form: StandupForm, answer: StandupAnswer): StandupForm {
  const outcomeOf = (itemId: string): Outcome => {
    if (answer.doneItemIds.includes(itemId)) return 'done'
    return answer.droppedItemIds.includes(itemId) ? 'dropped' : 'carried'
  }
  return {
    ...form,
    numbers: form.numbers.map((field) => ({ ...field, value: answer.numbers[field.metric.key] ?? null })),
    items: form.items.map((item) => ({ ...item, outcome: outcomeOf(item.itemId) })),
    blockers: form.blockers.map((blocker) => ({
      ...blocker,
      closed: answer.closedBlockerIds.includes(blocker.blockerId),
    })),
    plan: answer.plan,
    doneActionIds: answer.doneActionIds,
    newBlockers: answer.newBlockers,
    helperUserId: answer.helperUserId,
    doneNote: answer.doneNote,
  }
}
