// The forms for pasted targets: the field for the table, and the preview in which it can still be changed.
import { z } from 'zod'
import type { Translate } from '../../core/i18n/translate.ts'
import { cleanText } from '../../core/text.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { formatValue, metricName } from '../../numbers/slack/format-value.ts'
import { teamLabel } from '../../org/slack/team-line.ts'
import type { Block, ModalView } from '../../slack/blocks.ts'
import { FIELD, field, modal, section, textInput, typedIn } from '../../slack/fields.ts'
import { readJson } from '../../slack/json.ts'
import { limits } from '../../slack/limits.ts'
import { escapeWithin, sectionsOf } from '../../slack/lines.ts'
import { clip, mrkdwn } from '../../slack/mrkdwn.ts'
import type { FormState } from '../../slack/requests.ts'
import type { ReadTable, TableView } from '../domain/table-wishes.ts'
import { nextPeriod, targetPeriod } from '../domain/target-period.ts'
import type { TableTarget } from '../flows/plan-table.ts'
import { periodName, targetName } from './figures.ts'
import { TARGETS } from './ids.ts'
import { partText } from './target-preview.ts'

export const TABLE_BLOCKS = { table: 'table', reason: 'reason' } as const

const TEXT_LENGTH = limits.plainTextInput.maxLength.max
const REASON_LENGTH = 200
const NAME_LENGTH = 40
const LINE_LENGTH = 200
/** More would hide the parts themselves. */
const FAR_LISTED = 5
/** What is left of a view for targets beside the fields and remarks. */
const SECTIONS = 90

const Metadata = z.object({
  /** In whose channel the table is pasted. */
  team: z.uuid(),
  /** The digest of what the preview was drawn from, and the versions then. Null: no preview yet. */
  shown: z.object({ digest: z.string(), versions: z.string() }).nullable(),
})
export type TableMetadata = z.infer<typeof Metadata>

export const readTableMetadata = (text: string): TableMetadata | null => readJson(text, Metadata)

export interface TypedTable {
  text: string
  reason: string
}

export const typedTable = (state: FormState): TypedTable => ({
  text: typedIn(state, TABLE_BLOCKS.table),
  reason: cleanText(typedIn(state, TABLE_BLOCKS.reason), REASON_LENGTH),
})

export function tableView(view: TableView, t: Translate): ModalView {
  return modal({
    callbackId: TARGETS.tableForm,
    title: t('table.title'),
    submit: t('target.preview'),
    close: t('common.cancel'),
    metadata: { team: view.teamId, shown: null } satisfies TableMetadata,
    blocks: [
      section(t('table.intro')),
      ...exampleOf(view, t),
      ...inputs({ text: '', reason: '' }, t('table.fieldHint'), t),
    ],
  })
}

/** Someone and something of the team's own, so that it is clear which names are understood. */
function exampleOf({ members, teamId, dates }: TableView, t: Translate): Block[] {
  const member = members.find((one) => one.teamId === teamId && one.metrics.length > 0)
  if (!member) return []
  const month = targetPeriod('month', dates.today, dates.yearStarts)
  const value = '120'
  const lines = [month, nextPeriod(month)].map((period) =>
    [
      member.name,
      metricName(member.metrics[0]!.metric, t),
      period.from.toPlainYearMonth().toString(),
      value,
    ].join('    '),
  )
  const shown = lines.map((line) => escapeWithin(line.replaceAll('`', ''), LINE_LENGTH)).join('\n')
  return [section(`${t('table.example')}\n\`\`\`${shown}\`\`\``)]
}

function inputs({ text, reason }: TypedTable, hint: string, t: Translate): Block[] {
  const shown = clip(text, TEXT_LENGTH)
  return [
    field(
      TABLE_BLOCKS.table,
      t('table.field'),
      {
        type: 'plain_text_input',
        action_id: FIELD,
        multiline: true,
        max_length: TEXT_LENGTH,
        ...(shown && { initial_value: shown }),
      },
      { hint },
    ),
    field(TABLE_BLOCKS.reason, t('target.reason'), textInput(reason, { maxLength: REASON_LENGTH }), {
      optional: true,
      hint: t('target.reasonHint'),
    }),
  ]
}

export interface TablePreview {
  read: ReadTable
  /** Lines that say what is so already. */
  same: number
  targets: readonly TableTarget[]
}

/** `note`: what has changed since the view before. */
export function tablePreviewView(
  { read, same, targets }: TablePreview,
  typed: TypedTable,
  metadata: TableMetadata,
  t: Translate,
  note: string | null,
): ModalView {
  const context = (text: string): Block => ({ type: 'context', elements: [mrkdwn(text)] })
  const lines = targets.flatMap((one, index) => [...(index > 0 ? [' '] : []), ...targetLines(one, t)])
  return modal({
    callbackId: TARGETS.tablePreview,
    title: t('table.previewTitle'),
    submit: t('common.save'),
    close: t('common.cancel'),
    metadata,
    blocks: [
      ...(note ? [section(note)] : []),
      ...sectionsOf(lines).slice(0, SECTIONS),
      ...remarks(read, same, t).map(context),
      ...inputs(typed, t('table.again'), t),
      ...(targets.some(({ loaded }) => loaded.version > 0) ? [context(t('target.effective'))] : []),
    ],
  })
}

function targetLines({ target, loaded, plan, far }: TableTarget, t: Translate): string[] {
  const { metric, team, people } = loaded
  const { parts, whole, unassigned } = plan
  const written = (value: number) => formatValue(metric, value, t.locale)
  const said = {
    ...{ metric: targetName(metric, t), period: periodName(target.period, t) },
    ...{ team: teamLabel(team, t), people: parts.length },
  }
  const sum = written(parts.reduce((total, { value }) => total + value, 0))
  return [
    metric.kind === 'additive' ? t('table.head', { ...said, sum }) : t('table.headRate', said),
    ...parts.map((part) => escapeWithin(partText({ people, metric }, part, t), LINE_LENGTH)),
    ...(whole !== null && unassigned !== null
      ? [t('table.ofWhole', { whole: written(whole), rest: written(unassigned) })]
      : []),
    ...(far.length > 0 ? [farText(far, metric, t)] : []),
  ]
}

function farText(far: TableTarget['far'], metric: Metric, t: Translate): string {
  const people = far.slice(0, FAR_LISTED).map(({ name, best }) =>
    t('table.farOne', {
      name: escapeWithin(name, NAME_LENGTH),
      best: formatValue(metric, best, t.locale),
    }),
  )
  const more = far.length - FAR_LISTED
  const all = [...people, ...(more > 0 ? [t('target.morePeople', { count: more })] : [])]
  return t('table.far', {
    direction: metric.higherIsBetter ? 'more' : 'less',
    people: all.join(t('common.listSeparator')),
  })
}

function remarks({ sums, unused }: ReadTable, same: number, t: Translate): string[] {
  const join = (parts: readonly (string | number)[]) => parts.join(t('common.listSeparator'))
  const columns = unused.map((name) => escapeWithin(cleanText(name, LINE_LENGTH), NAME_LENGTH))
  return [
    ...(same > 0 ? [t('table.same', { count: same })] : []),
    ...(sums.length > 0 ? [t('table.sums', { count: sums.length, lines: join(sums) })] : []),
    ...(columns.length > 0 ? [t('table.unused', { columns: join(columns) })] : []),
  ]
}
