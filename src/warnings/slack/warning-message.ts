// Renders a warning for the one whom it is about or for whoever leads them, and what is told beside it.
import { formatDate, formatTime } from '../../core/i18n/format.ts'
import type { MessageKey, Translate } from '../../core/i18n/translate.ts'
import { monthName } from '../../org/slack/month-name.ts'
import { teamLineBlock } from '../../org/slack/team-line.ts'
import type { Block, Button, RenderedMessage } from '../../slack/blocks.ts'
import { plain } from '../../slack/fields.ts'
import { escapeWithin, sectionsOf, wordsOf } from '../../slack/lines.ts'
import { mention } from '../../slack/mrkdwn.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import { roundedValue } from '../../targets/slack/figures.ts'
import type { Resolution, Resolved } from '../domain/episode.ts'
import type { TargetEvidence } from '../domain/kept-target.ts'
import type { Level } from '../domain/level.ts'
import { isOfTarget } from '../domain/rule-choices.ts'
import { runsOn } from '../domain/rule-settings.ts'
import type { LostView, WarningNoteView, WarningView } from '../domain/warning-view.ts'
import { WARNINGS } from './ids.ts'
import { saidOfSignal } from './warning-said.ts'

const NAME_LENGTH = 80
const TEXT_LENGTH = 300

export const MARKS: Readonly<Record<Level, string>> = {
  blue: ':large_blue_circle:',
  yellow: ':large_yellow_circle:',
  red: ':red_circle:',
}
export const LEVEL_NAMES = { blue: 'warning.blue', yellow: 'warning.yellow', red: 'warning.red' } as const
const ENDS: Readonly<Record<Exclude<Resolution, 'recovered'>, MessageKey>> = {
  'not-a-risk': 'warning.notARisk',
  solved: 'risk.solved',
  left: 'warning.left',
  'on-leave': 'warning.onLeave',
  paused: 'warning.paused',
  'period-over': 'warning.periodOver',
  'rule-off': 'warning.ruleOff',
  'limits-changed': 'warning.limitsChanged',
  'nothing-to-measure': 'warning.nothingToMeasure',
}

export function renderWarning(view: WarningView | LostView, t: Translate): RenderedMessage {
  if ('left' in view) return renderLost(view, t)
  const lines = warningLines(view, t)
  const buttons = buttonsOf(view, t)
  const actions: Block[] = buttons.length > 0 ? [{ type: 'actions', elements: buttons }] : []
  return { text: wordsOf(lines), blocks: [...sectionsOf(lines), ...actions, teamLineBlock(view.team, t)] }
}

/** Without anything of the warning. */
function renderLost({ left, team }: LostView, t: Translate): RenderedMessage {
  const said = { team: escapeWithin(team.teamName, NAME_LENGTH), manager: mention(team.managerUserId) }
  return textMessage(t(left ? 'warning.leftTeam' : 'warning.notYours', said))
}

export function buttonsOf({ warning, can }: WarningView, t: Translate): Button[] {
  const { episodeId, episode } = warning
  const { state } = episode
  const button = (actionId: string, text: string): Button => ({
    ...{ type: 'button', action_id: actionId, text: plain(text), value: episodeId },
  })
  if (state === 'resolved') return []
  if (episode.silenced) return [button(WARNINGS.details, t('details.button'))]
  return [
    ...(can.takeOn && state !== 'acknowledged'
      ? [{ ...button(WARNINGS.takeOn, t('warning.takeOn')), style: 'primary' as const }]
      : []),
    ...(can.solve ? [button(WARNINGS.solve, t('risk.solve'))] : []),
    ...(can.close && !can.putOffEnough && state === 'open'
      ? [button(WARNINGS.putOff, t('warning.putOff'))]
      : []),
    ...(can.close ? [button(WARNINGS.noRisk, t('warning.noRisk'))] : []),
    ...(can.rate ? [button(WARNINGS.rate, t('risk.rate'))] : []),
    button(WARNINGS.details, t('details.button')),
  ]
}

/** What it is about, what would help, and what is done about it. */
function warningLines(view: WarningView, t: Translate): string[] {
  const { state, silenced } = view.warning.episode
  if (silenced) return [headText(view, t), t('warning.silenced')]
  const { next } = saidOfSignal(view, t)
  return [
    headText(view, t),
    ...(next === null || state === 'resolved' ? [] : [next]),
    ...(state === 'resolved' ? [] : [...loweredLines(view, t), ...blockedLines(view, t)]),
    ...stateLines(view, t),
    ...(state === 'open' ? whoElseLines(view, t) : []),
  ]
}

/** The rep reads who else has it; whoever has to answer, until when it waits for them, by their own clock. */
function whoElseLines(view: WarningView, t: Translate): string[] {
  const { own, warning, above, readerZone: zone = view.zone } = view
  const { level, step, nextAt } = warning.episode
  if (own) return [seenByText(view, t)]
  if (level === 'blue') return []
  if (step > 0) return [reachedText(view, t)]
  if (!nextAt) return []
  const date = formatDate(nextAt.toZonedDateTimeISO(zone).toPlainDate(), t.locale)
  const key = above?.director === false ? 'warning.remindedBy' : 'warning.answerBy'
  return [t(key, { date, time: formatTime(nextAt, zone, t.locale) })]
}

/** Whom it went up to reads why they have it, and the manager that they do. */
const reachedText = ({ reached }: WarningView, t: Translate): string =>
  reached === undefined ? t('risks.nobodyYet') : t('warning.reached', { who: mention(reached) })

/** By which target it is measured, where somebody has set another one since. */
export function loweredLines({ warning: { evidence }, metric }: WarningView, t: Translate): string[] {
  const { lowered } = evidence as TargetEvidence
  if (!lowered || !metric) return []
  const { before, now, by } = lowered
  const value = (amount: number) => roundedValue(metric, amount, t)
  return [t('warning.targetLowered', { before: value(before), now: value(now), by: mention(by) })]
}

/** Whoever is stuck is helped first. */
const blockedLines = ({ own, blocked }: WarningView, t: Translate): string[] =>
  blocked
    ? [
        t(own ? 'warning.blockedOwn' : 'warning.blocked', {
          ...{ count: blocked.count, date: formatDate(blocked.since, t.locale) },
        }),
      ]
    : []

export const headText = (view: WarningView, t: Translate): string =>
  t(view.own ? 'warning.headOwn' : 'warning.head', saidOf(view, t)) + seenText(view, t)

function saidOf(view: WarningView, t: Translate) {
  const { episode } = view.warning
  return {
    mark: episode.state === 'resolved' ? ':white_circle:' : MARKS[episode.level],
    level: t(LEVEL_NAMES[episode.level]),
    name: escapeWithin(view.name, NAME_LENGTH),
    topic: saidOfSignal(view, t).topic,
  }
}

function seenText(view: WarningView, t: Translate): string {
  const { seen } = saidOfSignal(view, t)
  return seen === null ? '' : ` · ${seen}`
}

function seenByText({ warning, repUserId, team, can }: WarningView, t: Translate): string {
  const others = warning.episode.told.filter((userId) => userId !== repUserId)
  const isTheirs = can.close && team.managerUserId === repUserId
  if (others.length === 0 && isTheirs) return t('warning.yoursAlone')
  if (others.length === 0) return t('warning.onlyYou')
  const manager = others.includes(team.managerUserId) ? team.managerUserId : others[0]!
  return t('warning.managerToo', { manager: mention(manager) })
}

export function stateLines(view: WarningView, t: Translate): string[] {
  const { state, acknowledgement, snooze, resolved } = view.warning.episode
  if (resolved) return [endText(view, resolved, t)]
  if (state === 'snoozed' && snooze)
    return [t('warning.snoozed', { by: mention(snooze.by), date: formatDate(snooze.until, t.locale) })]
  if (!acknowledgement) return []
  const { by, until, action } = acknowledgement
  const said = {
    by: mention(by),
    date: formatDate(until, t.locale),
    action: escapeWithin(action, TEXT_LENGTH),
  }
  if (state !== 'acknowledged') return [t('warning.promised', said)]
  return [t(acknowledgement.done ? 'warning.doneUntil' : 'warning.acknowledged', said)]
}

/** What goes on when a month ends is ended by long leave alone. */
function endText(view: WarningView, { reason, by, note }: Resolved, t: Translate): string {
  const { signal, periodFrom } = view.warning
  if (reason === 'recovered') return t(saidOfSignal(view, t).recovered)
  if (reason === 'on-leave' && runsOn(signal)) return t('warning.onLongLeave')
  if (reason === 'nothing-to-measure' && !hadTarget(view)) return t('warning.notMeasured')
  const said = { month: monthName(periodFrom.month, t), by: by ? mention(by) : '' }
  return t(ENDS[reason], { ...said, note: escapeWithin(note, TEXT_LENGTH) })
}

/** Where the number itself was switched off, the target is not what is missing. */
const hadTarget = ({ warning, metric }: WarningView): boolean =>
  isOfTarget(warning.signal) && !metric?.retiredAt

/** Who and what it is about, without its level. Escaped. */
export const aboutText = (view: WarningView, t: Translate): string =>
  t(view.own ? 'warning.aboutOwn' : 'warning.about', saidOf(view, t))

/** Where something is to be done it has the button for it: the warning itself may stand far above. */
export function renderWarningNote(view: WarningNoteView | LostView, t: Translate): RenderedMessage {
  if ('left' in view) return renderLost(view, t)
  const { note, warning } = view
  const { acknowledgement } = warning.episode
  const said = {
    ...saidOf(view, t),
    about: aboutText(view, t),
    by: acknowledgement ? mention(acknowledgement.by) : '',
  }
  const texts = {
    raised: () => [t('warning.noteRaised', said) + seenText(view, t)],
    repeated: () => [t('warning.noteRepeated', said)],
    'promise-broken': () => [t('warning.notePromise', said)],
    withdrawn: () => [t('warning.noteWithdrawn', said)],
    'snooze-over': () => [t('warning.noteSnooze', said)],
    'still-open': () => [t('warning.noteStillOpen', said) + seenText(view, t)],
    resolved: () => [t('warning.noteResolved', said), ...stateLines(view, t)],
  }
  const lines = texts[note]()
  const shown: readonly string[] = [WARNINGS.takeOn, WARNINGS.details]
  const buttons =
    note === 'resolved' ? [] : buttonsOf(view, t).filter(({ action_id }) => shown.includes(action_id ?? ''))
  const actions: Block[] = buttons.length > 0 ? [{ type: 'actions', elements: buttons }] : []
  return { text: wordsOf(lines), blocks: [...sectionsOf(lines), ...actions] }
}
