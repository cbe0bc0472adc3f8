// What each person of a large team would get, as a private message with a sortable table: dated, because nothing is saved yet.
import { formatDate, formatTime } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { cleanText } from '../../core/text.ts'
import { formatValue } from '../../numbers/slack/format-value.ts'
import type { Block, RenderedMessage } from '../../slack/blocks.ts'
import { plain, section } from '../../slack/fields.ts'
import { escapeWithin, wordsOf } from '../../slack/lines.ts'
import { clip } from '../../slack/mrkdwn.ts'
import {
  MOST_CHARACTERS,
  MOST_ROWS,
  numberCell,
  ROWS_AT_ONCE,
  type TableCell,
  textCell,
} from '../../slack/sortable-table.ts'
import type { PlannedPart } from '../domain/plan-month.ts'
import type { TargetPreview } from '../flows/set-target.ts'
import { percent } from './figures.ts'
import { TARGETS } from './ids.ts'
import { metadataText, type TargetMetadata } from './target-form.ts'
import { headText, partText } from './target-preview.ts'

const NAME_LENGTH = 40
const LINE_LENGTH = 200
const NOTHING = '–'

export interface Drawn {
  now: Temporal.Instant
  /** The reader's. */
  zone: string
  /** From 0 on. */
  page: number
}

export function partsMessage(
  preview: TargetPreview,
  metadata: TargetMetadata,
  { now, zone, page }: Drawn,
  t: Translate,
): RenderedMessage {
  const pages = pagesOf(preview, t)
  const shown = Math.min(page, pages.length - 1)
  const parts = pages[shown] ?? []
  const date = formatDate(now.toZonedDateTimeISO(zone).toPlainDate(), t.locale)
  const said = [
    headText(preview, metadata, t),
    t('target.partsDraft', { date, time: formatTime(now, zone, t.locale) }),
  ]
  const people = parts.map((part) => escapeWithin(partText(preview, part, t), LINE_LENGTH))
  return {
    text: wordsOf([...said, ...people]),
    blocks: [
      section(said.join('\n')),
      {
        ...{ type: 'data_table', caption: t('target.partsCaption'), row_header_column_index: 0 },
        page_size: Math.min(parts.length, ROWS_AT_ONCE),
        rows: [headOf(preview, t), ...parts.map((part) => rowOf(part, preview, t))],
      },
      ...turnButtons(metadata, { shown, pages: pages.length }, t),
    ],
  }
}

/** As many people in each as fit into one message. */
function pagesOf(preview: TargetPreview, t: Translate): PlannedPart[][] {
  const pages: PlannedPart[][] = []
  let characters = Number.POSITIVE_INFINITY
  for (const part of preview.plan.parts) {
    const length = charactersIn(rowOf(part, preview, t))
    const page = pages.at(-1)
    if (page && page.length < MOST_ROWS && characters + length <= MOST_CHARACTERS) {
      page.push(part)
      characters += length
    } else {
      pages.push([part])
      characters = charactersIn(headOf(preview, t)) + length
    }
  }
  return pages
}

const charactersIn = (cells: readonly TableCell[]): number =>
  cells.reduce((sum, { text: words }) => sum + [...words].length, 0)

/** True: somebody is new, joins or leaves, so that it is said why they get less. */
const hasShares = ({ plan }: TargetPreview): boolean => plan.parts.some(({ present }) => present < 1)

const headOf = (preview: TargetPreview, t: Translate): TableCell[] => [
  textCell(t('target.partsName')),
  textCell(t('target.partsBefore')),
  textCell(t('target.partsAfter')),
  ...(hasShares(preview) ? [textCell(t('target.partsPresent'))] : []),
]

function rowOf({ memberId, before, value, present }: PlannedPart, preview: TargetPreview, t: Translate) {
  const { people, metric } = preview
  const written = (of: number) => formatValue(metric, of, t.locale)
  const name = clip(cleanText(people.get(memberId)!.name, LINE_LENGTH), NAME_LENGTH)
  return [
    textCell(name || NOTHING),
    before === null ? textCell(NOTHING) : numberCell(before, written(before)),
    numberCell(value, written(value)),
    ...(hasShares(preview) ? [numberCell(present, percent(present, t))] : []),
  ]
}

function turnButtons(
  metadata: TargetMetadata,
  { shown, pages }: { shown: number; pages: number },
  t: Translate,
): Block[] {
  const button = (id: string, words: string, page: number) => ({
    ...{ type: 'button' as const, action_id: `${TARGETS.turnParts}#${id}`, text: plain(words) },
    value: JSON.stringify({ ...metadataText(metadata), page }),
  })
  const back = shown > 0 ? [button('back', t('target.partsBack'), shown - 1)] : []
  const next =
    shown + 1 < pages ? [button('next', t('target.partsNext', { page: shown + 1, pages }), shown + 1)] : []
  return pages > 1 ? [{ type: 'actions', elements: [...back, ...next] }] : []
}
