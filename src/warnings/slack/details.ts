// The Details button of a warning: the numbers behind it, what happened in it, and what follows it.
import { z } from 'zod'
import { formatDate, formatTime } from '../../core/i18n/format.ts'
import type { MessageKey, Translate } from '../../core/i18n/translate.ts'
import type { ModalView } from '../../slack/blocks.ts'
import { plain } from '../../slack/fields.ts'
import { sectionsOf } from '../../slack/lines.ts'
import { mention } from '../../slack/mrkdwn.ts'
import { messageAsModal, textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler } from '../../slack/requests.ts'
import { roundedValue } from '../../targets/slack/figures.ts'
import type { EpisodeEvent, EventReason } from '../domain/episode.ts'
import { LEVELS } from '../domain/level.ts'
import type { PaceEvidence } from '../domain/signals/behind-pace.ts'
import { riskOf } from '../domain/warning.ts'
import type { WarningView } from '../domain/warning-view.ts'
import { showDetails, type WarningDetails } from '../flows/show-details.ts'
import { ladderText } from './ladder-text.ts'
import { riskQuote } from './risk-said.ts'
import { headText, LEVEL_NAMES, stateLines } from './warning-message.ts'
import { saidOfSignal } from './warning-said.ts'

const EpisodeId = z.uuid()
const EVENTS_SHOWN = 30

const EVENTS: Readonly<Record<EventReason, MessageKey>> = {
  seen: 'details.seen',
  opened: 'details.opened',
  raised: 'details.raised',
  lowered: 'details.lowered',
  silenced: 'details.silenced',
  unsilenced: 'details.unsilenced',
  escalated: 'details.escalated',
  repeated: 'details.repeated',
  'last-resort': 'details.lastResort',
  'stand-in': 'details.standIn',
  acknowledged: 'details.acknowledged',
  rated: 'details.rated',
  moved: 'details.moved',
  done: 'details.done',
  withdrawn: 'details.withdrawn',
  'target-lowered': 'details.targetLowered',
  'promise-broken': 'details.promiseBroken',
  'leave-awaited': 'details.leaveAwaited',
  'back-from-leave': 'details.backFromLeave',
  snoozed: 'details.snoozed',
  'snooze-over': 'details.snoozeOver',
  recovered: 'details.recovered',
  'not-a-risk': 'details.notARisk',
  solved: 'details.solved',
  left: 'details.left',
  'on-leave': 'details.onLeave',
  paused: 'details.paused',
  'period-over': 'details.periodOver',
  'rule-off': 'details.ruleOff',
  'limits-changed': 'details.limitsChanged',
  'nothing-to-measure': 'details.nothingToMeasure',
}

export const openDetails: ActionHandler = async (call, context) => {
  const episodeId = EpisodeId.safeParse(call.value)
  const details = episodeId.success ? await showDetails(context, call.who, episodeId.data) : null
  await call.open(
    details
      ? detailsView(details, call.who.zone, call.t)
      : messageAsModal(textMessage(call.t('warning.gone'))),
  )
}

export function detailsView({ view, events }: WarningDetails, zone: string, t: Translate): ModalView {
  const { procedure } = view.warning.episode
  const risk = riskOf(view.warning)
  const left = events.length - EVENTS_SHOWN
  const { next } = saidOfSignal(view, t)
  const advice = next === null ? [] : [next]
  const numbers = paceLines(view, t)
  return {
    ...{ type: 'modal', title: plain(t('details.title')), close: plain(t('common.close')) },
    blocks: [
      ...sectionsOf([headText(view, t), ...(risk ? [riskQuote(risk)] : []), ...stateLines(view, t)]),
      ...(numbers.length > 0
        ? sectionsOf([t('details.numbers'), ...[...numbers, ...advice].map((line) => `• ${line}`)])
        : sectionsOf(advice)),
      ...sectionsOf([
        t('details.history'),
        ...(left > 0 ? [t('details.earlier', { count: left })] : []),
        ...events.slice(-EVENTS_SHOWN).map((event) => eventLine(event, zone, t)),
      ]),
      ...sectionsOf([
        t('details.ladder'),
        ...LEVELS.map((level) => `• ${ladderText(level, procedure, t, view.above)}`),
      ]),
    ],
  }
}

/** What the first line does not say already. */
function paceLines({ warning, metric }: WarningView, t: Translate): string[] {
  if (warning.signal !== 'behind-pace' || !metric) return []
  const { counted, expected, pace, elapsed, days, target } = warning.evidence as PaceEvidence
  return [
    t('details.reached', {
      reached: roundedValue(metric, counted ?? 0, t),
      target: roundedValue(metric, target, t),
    }),
    t('details.expected', { expected: roundedValue(metric, expected, t), elapsed, days }),
    ...(pace === null ? [] : [t('details.pace', { percent: Math.round(pace * 100) })]),
  ]
}

function eventLine({ at, actor, reason, to }: EpisodeEvent, zone: string, t: Translate): string {
  const said = {
    level: t(LEVEL_NAMES[to.level]),
    date: formatDate(at.toZonedDateTimeISO(zone).toPlainDate(), t.locale),
    time: formatTime(at, zone, t.locale),
  }
  const what = t(EVENTS[reason], said)
  const key = actor === null ? 'details.event' : 'details.eventBy'
  return t(key, { ...said, what, by: actor === null ? '' : mention(actor) })
}
