// Draws the risks that somebody may see as the 5×5 of how likely they are and what they would cost.
import type { Translate } from '../../core/i18n/translate.ts'
import type { Block, RenderedMessage } from '../../slack/blocks.ts'
import { section } from '../../slack/fields.ts'
import { escapeWithin, wordsOf } from '../../slack/lines.ts'
import { clip } from '../../slack/mrkdwn.ts'
import type { Level } from '../domain/level.ts'
import {
  GRADES,
  type Grade,
  IMPACT,
  PROBABILITY,
  type RiskEvidence,
} from '../domain/signals/raised-by-hand.ts'
import { riskOf } from '../domain/warning.ts'
import type { WarningView } from '../domain/warning-view.ts'
import { raiseButton } from './raise-risk.ts'
import { rangeText } from './risk-said.ts'

const NAMED = 2
const NAME_LENGTH = 30
const LINES = 25

/** As signs: a cell of a table takes no emoji names. */
const SIGNS: Readonly<Record<Level, string>> = { blue: '🔵', yellow: '🟡', red: '🔴' }
const EMPTY = '·'

interface Placed {
  view: WarningView
  risk: RiskEvidence
}

/** The likeliest on top, what costs most on the right. The words say the same, the heaviest first. */
export function matrixMessage(views: readonly WarningView[], t: Translate): RenderedMessage {
  const placed = views.flatMap((view): Placed[] => {
    const risk = riskOf(view.warning)
    return risk ? [{ view, risk }] : []
  })
  const title = t('matrix.title', { count: placed.length })
  if (placed.length === 0) return { text: title, blocks: [section(title), raiseButton(t)] }
  const heaviest = placed.toSorted((one, other) => other.risk.score - one.risk.score)
  const rest = placed.length - LINES
  const lines = [
    ...heaviest.slice(0, LINES).map((one) => lineOf(one, t)),
    ...(rest > 0 ? [t('matrix.more', { count: rest })] : []),
  ]
  return { text: wordsOf([title, ...lines]), blocks: [section(title), tableOf(heaviest, t), raiseButton(t)] }
}

const lineOf = ({ view, risk }: Placed, t: Translate): string =>
  t('matrix.line', {
    ...{ probability: risk.probability, impact: risk.impact },
    what: escapeWithin(nameOf({ view, risk }), NAME_LENGTH * 2),
  })

/** The customer says most, else whose it is. */
const nameOf = ({ view, risk }: Placed): string =>
  `${SIGNS[view.warning.episode.level]} ${risk.customer || view.name}`

function tableOf(placed: readonly Placed[], t: Translate): Block {
  const cell = (text: string) => ({ type: 'raw_text' as const, text })
  const at = (probability: Grade, impact: Grade) =>
    cellText(placed.filter(({ risk }) => risk.probability === probability && risk.impact === impact))
  const headOf = (grade: Grade, anchors: typeof IMPACT) =>
    t('matrix.grade', { grade, range: rangeText(anchors[grade], t) })
  return {
    type: 'table',
    column_settings: [{ align: 'left' }, ...GRADES.map(() => ({ align: 'left' as const }))],
    rows: [
      [t('matrix.corner'), ...GRADES.map((impact) => headOf(impact, IMPACT))].map(cell),
      ...GRADES.toReversed().map((probability) =>
        [headOf(probability, PROBABILITY), ...GRADES.map((impact) => at(probability, impact))].map(cell),
      ),
    ],
  }
}

function cellText(placed: readonly Placed[]): string {
  if (placed.length === 0) return EMPTY
  const names = placed.slice(0, NAMED).map((one) => clip(nameOf(one), NAME_LENGTH))
  const rest = placed.length - NAMED
  return [...names, ...(rest > 0 ? [`+${rest}`] : [])].join('\n')
}
