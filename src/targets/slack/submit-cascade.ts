// Takes the target of a team with teams below it through its forms: the weights of teams, the preview, and the save.
import type { Context } from '../../core/context.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { SubmitHandler, SubmitRequest, SubmitResult } from '../../slack/requests.ts'
import { metricIn } from '../flows/load-cascade.ts'
import {
  type CascadePreviewed,
  type CascadeRequest,
  previewCascade,
  setCascade,
} from '../flows/set-cascade.ts'
import { cascadeView, partRows } from './cascade-preview.ts'
import { cascadeRefusal } from './cascade-refusal.ts'
import { at, formOf, message, type Stop } from './form-answers.ts'
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
  const errorsAt = firstPartField(state)
  const saved = await setCascade<Stop>(
    context,
    who,
    cascadeOf(metadata),
    formOf(call, metadata),
    (planned) => {
      const parts = partRows(planned, t).map(({ teamId, byHand, value }) => ({
        ...{ memberId: teamId, byHand, value, metric: metricIn(planned.loaded, teamId) },
      }))
      const read = errorsAt === null ? null : readHand(state, parts, planned.loaded.metric, t)
      if (!read || (read.ok && !read.changed)) return null
      return read.ok ? { set: { hand: read.hand } } : read
    },
  )
  if (saved.ok) {
    const said = t('cascade.saved', { teams: saved.teams, count: saved.told })
    return message([said, t('target.savedHow')].join('\n'))
  }
  if (saved.reason === 'changed-since')
    return toPreview(call, context, { ...metadata, hand: null }, t('cascade.changedSince'), errorsAt)
  if (saved.reason !== 'stopped') return refused(saved, t, errorsAt)
  const { stop } = saved
  return 'errors' in stop
    ? { kind: 'errors', errors: stop.errors }
    : toPreview(call, context, { ...metadata, ...stop.set }, t('target.recalculated'), errorsAt)
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
