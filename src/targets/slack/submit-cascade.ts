// Takes the target of a team with teams below it through its forms: the weights of teams, the preview, and the save.
import type { Context } from '../../core/context.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { digestOf } from '../../slack/digest.ts'
import { messageAsModal, textMessage } from '../../slack/receivers/receiver.ts'
import type { SubmitHandler, SubmitRequest, SubmitResult } from '../../slack/requests.ts'
import { metricIn } from '../flows/load-cascade.ts'
import {
  type CascadePreviewed,
  type CascadeRequest,
  isCascadeSaved,
  previewCascade,
  setCascade,
} from '../flows/set-cascade.ts'
import { cascadeView, partRows } from './cascade-preview.ts'
import { cascadeRefusal } from './cascade-refusal.ts'
import { TARGETS } from './ids.ts'
import { BLOCKS, readTargetMetadata, requestOf, type TargetMetadata } from './target-form.ts'
import { firstPartField, MOST_FIELDS, readHand, readWeights, weightsView } from './target-preview.ts'

/** From the first form: on to the preview, or to the weights. */
export async function openCascade(
  call: SubmitRequest,
  context: Context,
  metadata: TargetMetadata,
): Promise<SubmitResult> {
  if (metadata.split !== 'weights') return toPreview(call, context, metadata, null, null)
  const { who, t } = call
  const equal = await previewCascade(context, who, equalOf(metadata))
  if (!equal.ok) return refused(equal, t, null)
  const parts = partRows(equal.preview, t)
  if (parts.length > MOST_FIELDS)
    return at(BLOCKS.split, t('cascade.tooMany', { most: MOST_FIELDS, count: parts.length }))
  if (equal.preview.loaded.metric.kind !== 'additive') return toPreview(call, context, metadata, null, null)
  const named = new Map(parts.map(({ teamId, name }) => [teamId, { name }]))
  const texts = { callbackId: TARGETS.cascadeWeights, intro: t('cascade.weightsIntro') }
  return { kind: 'update', view: weightsView(named, metadata, t, texts) }
}

export const submitTeamWeights: SubmitHandler = async (call, context) => {
  const { who, t } = call
  const metadata = readTargetMetadata(call.metadata)
  const [first = ''] = Object.keys(call.state)
  if (!metadata) return at(first, t('target.gone'))
  const equal = await previewCascade(context, who, equalOf(metadata))
  if (!equal.ok) return refused(equal, t, first)
  const named = new Map(partRows(equal.preview, t).map(({ teamId, name }) => [teamId, { name }]))
  const read = readWeights(call.state, named, t)
  if (!read.ok) return { kind: 'errors', errors: read.errors }
  return toPreview(call, context, { ...metadata, weights: read.weights }, null, first)
}

/** Saves what the preview shows; where a part was set by hand since, or somebody else was faster, it is drawn anew. */
export const submitCascade: SubmitHandler = async (call, context) => {
  const { who, t, state } = call
  const metadata = readTargetMetadata(call.metadata)
  if (!metadata) return message(t('target.gone'))
  const request = cascadeOf(metadata)
  const sourceKey = `${call.viewId}:${digestOf(state)}:${metadata.version}`
  const savedText = (teams: number, count: number) =>
    [t('cascade.saved', { teams, count }), t('target.savedHow')].join('\n')
  if (await isCascadeSaved(context, who, request, sourceKey)) return message(savedText(0, 0))
  const errorsAt = firstPartField(state)
  const form = { version: metadata.version, sourceKey }
  const saved = await setCascade(context, who, request, form, (planned) => {
    const parts = partRows(planned, t).map(({ teamId, byHand, value }) => ({
      ...{ memberId: teamId, byHand, value, metric: metricIn(planned.loaded, teamId) },
    }))
    const read = errorsAt === null ? null : readHand(state, parts, planned.loaded.metric, t)
    return read && (!read.ok || read.changed) ? read : null
  })
  if (saved.ok) return message(savedText(saved.teams, saved.told))
  if (saved.reason === 'changed-since')
    return toPreview(call, context, { ...metadata, hand: null }, t('cascade.changedSince'), errorsAt)
  if (saved.reason !== 'stopped') return refused(saved, t, errorsAt)
  const { stop } = saved
  return stop.ok
    ? toPreview(call, context, { ...metadata, hand: stop.hand }, t('target.recalculated'), errorsAt)
    : { kind: 'errors', errors: stop.errors }
}

/** The ids in the form are those of teams. */
function cascadeOf(metadata: TargetMetadata): CascadeRequest {
  const { teamId, metricKey, period, draft } = requestOf(metadata)
  const { value, split, time, reason } = draft
  const weights = new Map(Object.entries(metadata.weights))
  const byHand = metadata.hand && new Map(Object.entries(metadata.hand))
  return { teamId, metricKey, period, draft: { value, split, weights, byHand, time, reason } }
}

const equalOf = (metadata: TargetMetadata): CascadeRequest =>
  cascadeOf({ ...metadata, split: 'equal', hand: {} })

async function toPreview(
  call: SubmitRequest,
  context: Context,
  metadata: TargetMetadata,
  note: string | null,
  errorsAt: string | null,
): Promise<SubmitResult> {
  const { who, t } = call
  const previewed = await previewCascade(context, who, cascadeOf(metadata))
  if (!previewed.ok) return refused(previewed, t, errorsAt)
  return { kind: 'update', view: cascadeView(previewed.preview, metadata, t, note) }
}

const at = (blockId: string, text: string): SubmitResult => ({ kind: 'errors', errors: { [blockId]: text } })
const message = (text: string): SubmitResult => ({ kind: 'update', view: messageAsModal(textMessage(text)) })

/** `errorsAt`: the field of a later form, which has not the fields of the first. */
function refused(
  refusal: Exclude<CascadePreviewed, { ok: true }>,
  t: Translate,
  errorsAt: string | null,
): SubmitResult {
  if (refusal.reason === 'refused') {
    const { block, text } = cascadeRefusal(refusal.refusal, refusal.loaded, t)
    return at(errorsAt ?? block, text)
  }
  const text = refusal.reason === 'not-allowed' ? t('cascade.notYours') : t('cascade.nobody')
  return at(errorsAt ?? BLOCKS.value, text)
}
