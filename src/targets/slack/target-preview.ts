// The preview of a target: what each person would get, with a field to set a part by hand; and the form for weights.
import type { Translate } from '../../core/i18n/translate.ts'
import { cleanText } from '../../core/text.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { formatValue } from '../../numbers/slack/format-value.ts'
import { plainNumber } from '../../numbers/slack/number-fields.ts'
import { roleName } from '../../org/slack/role-choices.ts'
import { teamLabel } from '../../org/slack/team-line.ts'
import type { Block, ModalView } from '../../slack/blocks.ts'
import { field, modal, plain, section, textInput, typedIn } from '../../slack/fields.ts'
import { escapeWithin, sectionsOf } from '../../slack/lines.ts'
import { clip, mrkdwn } from '../../slack/mrkdwn.ts'
import type { FormState } from '../../slack/requests.ts'
import type { WholePeriod } from '../domain/plan.ts'
import type { PlannedPart } from '../domain/plan-month.ts'
import type { TargetPreview } from '../flows/set-target.ts'
import { percent, periodName, targetName } from './figures.ts'
import { TARGETS } from './ids.ts'
import { monthBlocks } from './month-fields.ts'
import { adviceText } from './target-advice.ts'
import { metadataText, readAmount, type TargetMetadata } from './target-form.ts'

/** Above this the parts are listed without fields: what is kept of the form would not fit. */
export const MOST_FIELDS = 20
/** In a larger team; all of them are sent as a table. */
const LISTED = 60
const NAME_LENGTH = 40
const AMOUNT_LENGTH = 30
/** Of a person, or of a team. */
export const partBlockId = (memberId: string) => `part:${memberId}`

/** `note`: what has changed since the view before. */
export function previewView(
  preview: TargetPreview,
  metadata: TargetMetadata,
  t: Translate,
  note: string | null,
): ModalView {
  const { plan, metric } = preview
  const context = (text: string): Block => ({ type: 'context', elements: [mrkdwn(text)] })
  const whole = metadata.user === null && metadata.role === null
  return modal({
    callbackId: TARGETS.previewForm,
    title: t('target.previewTitle'),
    submit: t('common.save'),
    close: t('common.cancel'),
    metadata: metadataText({ ...metadata, version: preview.version }),
    blocks: [
      ...(note ? [section(note)] : []),
      section(headText(preview, metadata, t)),
      ...(whole && metric.kind !== 'additive' ? [context(t('target.inherited'))] : []),
      ...(plan.partOf ? [context(partOfText(preview, plan.partOf, t))] : []),
      ...(metadata.user === null ? partBlocks(preview, t) : []),
      ...(whole && plan.months.length > 0 ? monthBlocks(plan.months, metric, t) : []),
      ...(plan.over ? [section(t('target.over', { value: written(metric, plan.over, t) }))] : []),
      ...(plan.unassigned
        ? [section(t('target.unassigned', { value: written(metric, plan.unassigned, t) }))]
        : []),
      ...preview.advice.map((one) => section(adviceText(one, metric, preview.period, t))),
      ...(preview.version > 0 ? [context(t('target.effective'))] : []),
    ],
  })
}

const written = (metric: Metric, value: number, t: Translate) => formatValue(metric, value, t.locale)

/** What the nearest year or quarter above has. */
function partOfText({ metric }: TargetPreview, { period, whole }: WholePeriod, t: Translate): string {
  return t('target.partOf', { period: periodName(period, t), whole: written(metric, whole!, t) })
}

export function headText(preview: TargetPreview, metadata: TargetMetadata, t: Translate): string {
  const { user, role, value } = metadata
  const { metric, period, team, plan, people } = preview
  const said = {
    ...{ metric: targetName(metric, t), period: periodName(period, t), team: teamLabel(team, t) },
    value: written(metric, value, t),
  }
  const [part] = plan.parts
  const before = user === null ? plan.before : (part?.before ?? null)
  const was = before === null ? null : { before: written(metric, before, t) }
  if (role !== null)
    return t('target.forRole', { ...said, role: escapeWithin(roleName(role, t), NAME_LENGTH) })
  if (user === null) return was ? t('target.forTeamWas', { ...said, ...was }) : t('target.forTeam', said)
  const name = escapeWithin(people.get(part!.memberId)!.name, NAME_LENGTH)
  return was ? t('target.forRepWas', { ...said, ...was, name }) : t('target.forRep', { ...said, name })
}

function partBlocks(preview: TargetPreview, t: Translate): Block[] {
  const { plan, metric } = preview
  if (plan.parts.length > MOST_FIELDS) return listed(preview, t)
  return plan.parts.map((part, index) => {
    const { memberId, present, byHand } = part
    const hints = [
      ...(present < 1 && !byHand ? [t('target.partShare', { share: percent(present, t) })] : []),
      ...(index === 0 ? [t('target.partsHint')] : []),
    ]
    const value = byHand ? plainNumber(metric, part.value) : ''
    return field(
      partBlockId(memberId),
      clip(cleanText(partText(preview, part, t), 200), 150),
      textInput(value, { maxLength: AMOUNT_LENGTH }),
      { optional: true, ...(hints.length > 0 ? { hint: hints.join(' ') } : {}) },
    )
  })
}

/** 'Ann: 120 (100 so far)'. */
export function partText(
  { people, metric }: Pick<TargetPreview, 'people' | 'metric'>,
  { memberId, value, before }: PlannedPart,
  t: Translate,
): string {
  const said = { name: clip(people.get(memberId)!.name, NAME_LENGTH), value: written(metric, value, t) }
  return before === null || before === value
    ? t('target.part', said)
    : t('target.partWas', { ...said, before: written(metric, before, t) })
}

function listed(preview: TargetPreview, t: Translate): Block[] {
  const { parts } = preview.plan
  const lines = parts.slice(0, LISTED).map((part) => escapeWithin(partText(preview, part, t), 200))
  const more = parts.length - LISTED
  if (more <= 0) return sectionsOf(lines)
  const all = {
    ...{ type: 'button' as const, action_id: TARGETS.seeParts, value: String(parts.length) },
    text: plain(t('target.partsSee', { count: parts.length })),
  }
  const rest = section(t('target.morePeople', { count: more })) as Extract<Block, { type: 'section' }>
  return [...sectionsOf(lines), { ...rest, accessory: all }]
}

export type HandRead =
  | { ok: true; hand: Record<string, number>; changed: boolean }
  | { ok: false; errors: Record<string, string> }

/** The parts that are set by hand now, in the currency that each has; `changed`: otherwise than in the preview. */
export function readHand(
  state: FormState,
  parts: readonly (Pick<PlannedPart, 'byHand' | 'value'> & { memberId: string; metric?: Metric })[],
  metric: Metric,
  t: Translate,
): HandRead {
  const hand: Record<string, number> = {}
  const errors: Record<string, string> = {}
  let changed = false
  for (const { memberId, byHand, value, metric: own = metric } of parts) {
    const blockId = partBlockId(memberId)
    const typed = typedIn(state, blockId)
    const amount = typed.trim() === '' ? null : readAmount(typed, own, t)
    if (amount?.ok) hand[memberId] = amount.value
    else if (amount) errors[blockId] = amount.error
    if ((byHand ? value : undefined) !== hand[memberId]) changed = true
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, hand, changed }
}

/** The field at which what concerns the whole preview is told. Null: it has none. */
export const firstPartField = (state: FormState): string | null =>
  Object.keys(state).find((blockId) => /^(?:part|month):/.test(blockId)) ?? null

const weightBlockId = (memberId: string) => `weight:${memberId}`
const WEIGHT = /^\d{1,3}$|^1000$/

/** Who or what is named in the form. */
type Named = ReadonlyMap<string, { name: string }>

export function weightsView(
  people: Named,
  metadata: TargetMetadata,
  t: Translate,
  texts = { callbackId: TARGETS.weightsForm as string, intro: t('target.weightsIntro') },
): ModalView {
  return modal({
    callbackId: texts.callbackId,
    title: t('target.weightsTitle'),
    submit: t('target.preview'),
    close: t('common.cancel'),
    metadata: metadataText(metadata),
    blocks: [
      section(texts.intro),
      ...[...people].map(([memberId, { name }]) =>
        field(
          weightBlockId(memberId),
          clip(cleanText(name, 200), NAME_LENGTH) || memberId,
          textInput(String(metadata.weights[memberId] ?? 1), { maxLength: AMOUNT_LENGTH }),
          { optional: true },
        ),
      ),
    ],
  })
}

export type WeightsRead =
  | { ok: true; weights: Record<string, number> }
  | { ok: false; errors: Record<string, string> }

/** An empty field is a weight of 0. */
export function readWeights(state: FormState, people: Named, t: Translate): WeightsRead {
  const weights: Record<string, number> = {}
  const errors: Record<string, string> = {}
  for (const memberId of people.keys()) {
    const typed = typedIn(state, weightBlockId(memberId)).normalize('NFKC').trim()
    if (typed === '') weights[memberId] = 0
    else if (WEIGHT.test(typed)) weights[memberId] = Number(typed)
    else errors[weightBlockId(memberId)] = t('target.badWeight')
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, weights }
}
