// Takes a target through its forms: what was chosen, the weights of people, the preview, and the save.
import type { Context } from '../../core/context.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { FormState, SubmitHandler, SubmitRequest, SubmitResult } from '../../slack/requests.ts'
import { reopenTarget } from '../flows/open-target.ts'
import { type Previewed, previewTarget, setTarget, type TargetParts } from '../flows/set-target.ts'
import { at, formOf, message, type Stop } from './form-answers.ts'
import { readMonths } from './month-fields.ts'
import { openCascade } from './submit-cascade.ts'
import {
  BLOCKS,
  readForm,
  readTarget,
  readTargetMetadata,
  requestOf,
  type TargetMetadata,
} from './target-form.ts'
import {
  firstPartField,
  MOST_FIELDS,
  previewView,
  readHand,
  readWeights,
  weightsView,
} from './target-preview.ts'
import { refusalText } from './target-refusal.ts'

/** The first form: on to the preview, or to the weights. */
export const submitTarget: SubmitHandler = async (call, context) => {
  const { who, t } = call
  const form = readForm(call.metadata)
  const facts = form && (await reopenTarget(context, who, form.team, form.month))
  if (!facts) return at(BLOCKS.value, t('target.gone'))
  const read = readTarget(call.state, facts, t)
  if (!read.ok) return { kind: 'errors', errors: read.errors }
  const { metadata } = read
  if (facts.hasTeams && metadata.user === null && metadata.role === null)
    return openCascade(call, context, metadata)
  if (metadata.split === 'weights' && metadata.user === null) {
    const equal = await previewTarget(context, who, requestOf({ ...metadata, split: 'equal', hand: {} }))
    if (!equal.ok) return refused(equal, t, null)
    const { people, metric } = equal.preview
    if (people.size > MOST_FIELDS)
      return at(BLOCKS.split, t('target.tooManyForWeights', { most: MOST_FIELDS, count: people.size }))
    if (metric.kind === 'additive') return { kind: 'update', view: weightsView(people, metadata, t) }
  }
  return toPreview(call, context, metadata, null, null)
}

export const submitWeights: SubmitHandler = async (call, context) => {
  const { who, t } = call
  const metadata = readTargetMetadata(call.metadata)
  const [first = ''] = Object.keys(call.state)
  if (!metadata) return at(first, t('target.gone'))
  const equal = await previewTarget(context, who, requestOf({ ...metadata, split: 'equal', hand: {} }))
  if (!equal.ok) return refused(equal, t, first)
  const read = readWeights(call.state, equal.preview.people, t)
  if (!read.ok) return { kind: 'errors', errors: read.errors }
  return toPreview(call, context, { ...metadata, weights: read.weights }, null, first)
}

/** Saves what the preview shows; where a part was set by hand since, or somebody else was faster, it is drawn anew. */
export const submitPreview: SubmitHandler = async (call, context) => {
  const { who, t, state } = call
  const metadata = readTargetMetadata(call.metadata)
  if (!metadata) return message(t('target.gone'))
  const errorsAt = firstPartField(state)
  const saved = await setTarget<Stop>(context, who, requestOf(metadata), formOf(call, metadata), (planned) =>
    errorsAt === null ? null : stopAt(state, planned, t),
  )
  if (saved.ok) return message([t('target.saved', { count: saved.told }), t('target.savedHow')].join('\n'))
  if (saved.reason === 'changed-since')
    return toPreview(call, context, { ...metadata, hand: null, months: null }, t('target.changedSince'), null)
  if (saved.reason !== 'stopped') return refused(saved, t, errorsAt)
  const { stop } = saved
  return 'errors' in stop
    ? { kind: 'errors', errors: stop.errors }
    : toPreview(call, context, { ...metadata, ...stop.set }, t('target.recalculated'), errorsAt)
}

/** By the fields of the preview. Of a large team only the months have fields: whose part was set by hand keeps it. */
function stopAt(state: FormState, { plan, loaded: { metric } }: TargetParts, t: Translate): Stop | null {
  const hand = plan.parts.length <= MOST_FIELDS ? readHand(state, plan.parts, metric, t) : null
  if (hand && !hand.ok) return hand
  const months = readMonths(state, plan.months, metric, t)
  if (!months.ok) return months
  if (!hand?.changed && !months.changed) return null
  return {
    set: {
      ...(hand?.changed ? { hand: hand.hand } : {}),
      ...(months.changed ? { months: months.months } : {}),
    },
  }
}

async function toPreview(
  call: SubmitRequest,
  context: Context,
  metadata: TargetMetadata,
  note: string | null,
  errorsAt: string | null,
): Promise<SubmitResult> {
  const { who, t } = call
  const previewed = await previewTarget(context, who, requestOf(metadata))
  if (previewed.ok) return { kind: 'update', view: previewView(previewed.preview, metadata, t, note) }
  // Parts that were set by hand for an earlier whole may not fit into the new one.
  const reason = previewed.reason === 'refused' ? previewed.refusal.reason : null
  const isPeople = reason === 'does-not-add-up' && metadata.hand === null
  const isMonths = reason === 'months-clash' && metadata.months === null
  if (isPeople || isMonths) {
    const released = isPeople ? { ...metadata, hand: {} } : { ...metadata, months: [] }
    return toPreview(call, context, released, t('target.released'), errorsAt)
  }
  return refused(previewed, t, errorsAt)
}

/** `errorsAt`: the field of a later form, which has not the fields of the first. */
function refused(
  refusal: Exclude<Previewed, { ok: true }>,
  t: Translate,
  errorsAt: string | null,
): SubmitResult {
  if (refusal.reason !== 'refused')
    return errorsAt === null ? at(BLOCKS.value, t('target.gone')) : at(errorsAt, t('target.gone'))
  const { block, text } = refusalText(refusal.refusal, refusal.metric, t)
  return at(errorsAt ?? block, text)
}
