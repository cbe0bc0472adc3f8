// Takes a pasted table through its forms: what is wrong with it, the preview of what it would change, and the save.
import type { Context } from '../../core/context.ts'
import type { TeamId } from '../../core/ids.ts'
import { namesOfMetrics, otherPresets } from '../../numbers/slack/metric-names.ts'
import { uuidOf } from '../../slack/digest.ts'
import { messageAsModal, textMessage } from '../../slack/receivers/receiver.ts'
import type {
  ActionHandler,
  CommandRequest,
  SubmitHandler,
  SubmitRequest,
  SubmitResult,
} from '../../slack/requests.ts'
import { type ReadTable, readTable } from '../domain/table-wishes.ts'
import { loadTable, type MetricWords } from '../flows/load-table.ts'
import type { TablePreviewed } from '../flows/plan-table.ts'
import { isTableSaved, previewTable, setTable } from '../flows/set-table.ts'
import {
  readTableMetadata,
  TABLE_BLOCKS,
  type TypedTable,
  tablePreviewView,
  tableView,
  typedTable,
} from './table-form.ts'
import { problemsText, refusalsText } from './table-problems.ts'
import { readFormTeam } from './target-form.ts'

const METRIC_WORDS: MetricWords = { names: namesOfMetrics, others: otherPresets }

/** From the form for one target to the one for many. */
export const pasteTable: ActionHandler = async (call, context) => {
  const { who, t, view } = call
  const teamId = view && readFormTeam(view.metadata)
  const table = teamId ? await loadTable(context, who, teamId, METRIC_WORDS) : null
  if (view) await call.update(table ? tableView(table, t) : messageAsModal(textMessage(t('target.gone'))))
}

export async function openTable(
  { who, t, open }: CommandRequest,
  context: Context,
  teamId: TeamId,
): Promise<void> {
  const table = await loadTable(context, who, teamId, METRIC_WORDS)
  if (table) await open(tableView(table, t))
}

/** The first form: on to the preview, once every line is understood. */
export const submitTable: SubmitHandler = async (call, context) => {
  const known = await readTyped(call, context)
  return known.ok ? toPreview(call, context, known, null) : known.result
}

/** Saves what the preview shows; where the table was changed since, or somebody else was faster, it is drawn anew. */
export const submitTablePreview: SubmitHandler = async (call, context) => {
  const { who, t, viewId } = call
  const known = await readTyped(call, context)
  if (!known.ok) return known.result
  const { read, typed, shown } = known
  if (shown?.digest !== digestOf(typed)) return toPreview(call, context, known, t('target.recalculated'))
  const sourceKey = `${viewId}:${uuidOf(`${shown.digest} ${shown.versions}`)}`
  if (await isTableSaved(context, who, read.wishes, sourceKey))
    return saved({ told: 0, saved: read.wishes.length }, call)
  const { reason } = typed
  const done = await setTable(context, who, read.wishes, { reason, versions: shown.versions, sourceKey })
  if (done.ok) return saved(done, call)
  if (done.reason === 'changed-since') return toPreview(call, context, known, t('target.changedSince'))
  return refused(done, call)
}

interface Known {
  ok: true
  teamId: string
  typed: TypedTable
  read: ReadTable
  shown: { digest: string; versions: string } | null
}

async function readTyped(
  { who, t, state, metadata: text }: SubmitRequest,
  context: Context,
): Promise<Known | { ok: false; result: SubmitResult }> {
  const metadata = readTableMetadata(text)
  const table = metadata && (await loadTable(context, who, metadata.team, METRIC_WORDS))
  if (!metadata || !table) return { ok: false, result: at(t('target.gone')) }
  const typed = typedTable(state)
  const read = readTable(typed.text, table)
  if (read.problems.length > 0) return { ok: false, result: at(problemsText(read.problems, t)) }
  if (read.wishes.length === 0) return { ok: false, result: at(t('table.none')) }
  return { ok: true, teamId: metadata.team, typed, read, shown: metadata.shown }
}

async function toPreview(
  call: SubmitRequest,
  context: Context,
  { teamId, typed, read }: Known,
  note: string | null,
): Promise<SubmitResult> {
  const { who, t } = call
  const planned = await previewTable(context, who, read.wishes, typed.reason)
  if (!planned.ok) return refused(planned, call)
  const { targets, same, versions } = planned
  const metadata = { team: teamId, shown: { digest: digestOf(typed), versions } }
  return { kind: 'update', view: tablePreviewView({ read, same, targets }, typed, metadata, t, note) }
}

/** The same for what Slack hands back otherwise than it was drawn: an empty field as null, a text without its last break. */
const digestOf = ({ text, reason }: TypedTable): string => uuidOf(`${text.trim()}\n${reason}`)

const at = (text: string, blockId: string = TABLE_BLOCKS.table): SubmitResult => ({
  kind: 'errors',
  errors: { [blockId]: text },
})

function saved(done: { told: number; saved: number }, { t }: SubmitRequest): SubmitResult {
  const text = t('table.saved', { targets: done.saved, count: done.told })
  return {
    kind: 'update',
    view: messageAsModal(textMessage([text, t('target.savedHow')].join('\n'))),
  }
}

function refused(refusal: Exclude<TablePreviewed, { ok: true }>, { t }: SubmitRequest): SubmitResult {
  switch (refusal.reason) {
    case 'not-allowed':
      return at(t('target.gone'))
    case 'unchanged':
      return at(t('target.unchanged'))
    case 'reason-missing':
      return at(t('target.reasonMissing'), TABLE_BLOCKS.reason)
    case 'refused':
      return at(refusalsText(refusal.refusals, t))
  }
}
