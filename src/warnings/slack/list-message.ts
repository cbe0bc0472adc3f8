// Renders `/kpi risks`: one's own open warnings, those of the team for whoever leads it, and what can be done about each.
import { formatDate } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { Block, Button, RenderedMessage } from '../../slack/blocks.ts'
import { plain, section } from '../../slack/fields.ts'
import { escapeWithin, wordsOf } from '../../slack/lines.ts'
import { riskOf } from '../domain/warning.ts'
import type { WarningView } from '../domain/warning-view.ts'
import type { ListedWarnings } from '../flows/list-warnings.ts'
import { WARNINGS } from './ids.ts'
import { raiseElement } from './raise-risk.ts'
import { buttonsOf, headText, loweredLines, stateLines } from './warning-message.ts'

const OWN_SHOWN = 5
const TEAM_SHOWN = 12
const NAME_LENGTH = 80

export function listMessage(
  { own, team, leads, reports }: ListedWarnings,
  zone: string,
  t: Translate,
): RenderedMessage {
  const parts = [
    ...(reports && (own.length > 0 || !leads)
      ? [partOf(own, t('risks.own', { count: own.length }), OWN_SHOWN, zone, t)]
      : []),
    ...(leads ? [partOf(team, t('risks.team', { count: team.length }), TEAM_SHOWN, zone, t)] : []),
  ]
  return {
    text: wordsOf(parts.flatMap(({ lines }) => lines)),
    blocks: [...parts.flatMap(({ blocks }) => blocks), { type: 'divider' }, listFoot([...own, ...team], t)],
  }
}

/** The matrix is offered where it would show something. */
function listFoot(views: readonly WarningView[], t: Translate): Block {
  const matrix: Button = {
    ...{ type: 'button', action_id: WARNINGS.matrix, text: plain(t('matrix.show')), value: 'matrix' },
  }
  const hasRisk = views.some(({ warning }) => riskOf(warning))
  return { type: 'actions', elements: [raiseElement(t), ...(hasRisk ? [matrix] : [])] }
}

function partOf(
  views: readonly WarningView[],
  title: string,
  most: number,
  zone: string,
  t: Translate,
): { lines: string[]; blocks: Block[] } {
  const shown = views.slice(0, most)
  const rest = views.length - shown.length
  const more = rest > 0 ? [t('risks.more', { count: rest })] : []
  const isMixed = new Set(views.map(({ warning }) => warning.teamId)).size > 1
  const texts = shown.map((view) => listedText(view, { zone, isMixed }, t))
  return {
    lines: [title, ...texts, ...more],
    blocks: [
      section(title),
      ...shown.flatMap((view, index) => [section(texts[index]!), ...listedButtons(view, t)]),
      ...more.map(section),
    ],
  }
}

/** `isMixed`: the team is named, since the list has several. */
export function listedText(
  view: WarningView,
  { zone, isMixed }: { zone: string; isMixed: boolean },
  t: Translate,
): string {
  const { openedAt, state, level } = view.warning.episode
  const day = openedAt?.toZonedDateTimeISO(zone).toPlainDate()
  const since = day ? [t('risks.since', { date: formatDate(day, t.locale) })] : []
  const team = isMixed ? [escapeWithin(view.team.teamName, NAME_LENGTH)] : []
  const states = stateLines(view, t)
  const isWaiting = state === 'open' && states.length === 0 && level !== 'blue'
  return [
    headText(view, t),
    [...team, ...since].join(' · '),
    ...(state === 'resolved' ? [] : loweredLines(view, t)),
    ...states,
    ...(isWaiting ? [t('risks.nobodyYet')] : []),
  ].join('\n')
}

/** Ids have to be unique in a message, so the warning follows the `#`. */
export function listedButtons(view: WarningView, t: Translate): Block[] {
  const { episodeId } = view.warning
  const buttons = buttonsOf(view, t).map((button) => ({
    ...button,
    action_id: `${button.action_id}#${episodeId}`,
  }))
  return buttons.length > 0 ? [{ type: 'actions', elements: buttons }] : []
}
