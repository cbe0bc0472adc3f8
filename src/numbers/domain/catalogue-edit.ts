// Validates an edit of a metric in the workspace's catalogue. Kind, unit, decimals and direction stay as they are.

import { LOCALES, type Locale } from '../../core/i18n/locale.ts'
import { cleanText, foldText } from '../../core/text.ts'
import { type AmountProblem, parseAmount, type UnclearAmount } from './amount.ts'
import type { Metric, MetricLayer, TextByLocale } from './metrics.ts'
import { MAX_VALUE, OWN_NAME_MAX_LENGTH } from './own-metric.ts'

export const LAYERS = ['process', 'result', 'customer'] as const satisfies readonly MetricLayer[]
const MOST_ALIASES = 40
const MEASURE_WORD_LENGTH = 8
const MOST_STAGES = 20
const BETWEEN_ALIASES = /[,，、;；\n\r]+/u

export const textFields = (prefix: 'name' | 'word') => LOCALES.map((locale) => `${prefix}:${locale}` as const)
type TextField = `${'name' | 'word'}:${Locale}`
const VALUE_FIELDS = ['hardMin', 'hardMax', 'baseline', 'benchmark'] as const
type ValueField = (typeof VALUE_FIELDS)[number]

/** The fields as typed and chosen. Empty hard bounds: from 0 to the largest value. */
export interface CatalogueDraft {
  texts: Readonly<Record<TextField, string>>
  aliases: string
  layer: string
  leading: boolean
  values: Readonly<Record<ValueField, string>>
  funnelOrder: string
}

type CatalogueField = TextField | ValueField | 'aliases' | 'layer' | 'funnelOrder'
export type CatalogueProblem =
  | AmountProblem
  | UnclearAmount
  | 'missing'
  | 'too-long'
  | 'in-catalogue'
  | 'too-many-aliases'
  | 'no-stage'
  | 'min-above-max'
export type CatalogueErrors = Partial<Record<CatalogueField, CatalogueProblem>>
export type CatalogueRead = { ok: true; metric: Metric } | { ok: false; errors: CatalogueErrors }

/**
 * `metric`: as the catalogue has it. `presetNames`: empty for what is no preset, which then needs a name. `taken`: what
 * other metrics of the catalogue are called, aliases included.
 */
export function readCatalogueDraft(
  draft: CatalogueDraft,
  metric: Metric,
  presetNames: TextByLocale,
  taken: readonly string[],
): CatalogueRead {
  const errors: CatalogueErrors = {}
  const takenTexts = new Set(taken.map(foldText))
  const names = readTexts(draft, 'name', OWN_NAME_MAX_LENGTH, errors)
  for (const locale of LOCALES) {
    if (names[locale] !== undefined && names[locale] === presetNames[locale]) delete names[locale]
    if (takenTexts.has(foldText(names[locale] ?? ''))) errors[`name:${locale}`] ??= 'in-catalogue'
  }
  const isNameless = Object.keys(names).length === 0 && Object.keys(presetNames).length === 0
  if (isNameless) errors['name:en'] ??= 'missing'
  const aliases = readAliases(draft.aliases, takenTexts, errors)
  const measureWords = readTexts(draft, 'word', MEASURE_WORD_LENGTH, errors)
  const layer = LAYERS.find((one) => one === draft.layer)
  if (!layer) errors.layer = 'missing'
  const values = readValues(draft, metric, errors)
  const funnelOrder = readStage(draft.funnelOrder, errors)
  if (Object.keys(errors).length > 0 || !layer) return { ok: false, errors }
  const { leading } = draft
  return {
    ok: true,
    metric: { ...metric, names, aliases, measureWords, layer, leading, ...values, funnelOrder },
  }
}

function readTexts(draft: CatalogueDraft, prefix: 'name' | 'word', most: number, errors: CatalogueErrors) {
  const texts: Partial<Record<Locale, string>> = {}
  for (const locale of LOCALES) {
    const text = cleanText(draft.texts[`${prefix}:${locale}`], most + 1)
    if ([...text].length > most) errors[`${prefix}:${locale}`] = 'too-long'
    else if (text !== '') texts[locale] = text
  }
  return texts
}

function readAliases(typed: string, taken: ReadonlySet<string>, errors: CatalogueErrors): string[] {
  const all = typed.split(BETWEEN_ALIASES).map((one) => cleanText(one, OWN_NAME_MAX_LENGTH + 1))
  const byText = new Map(all.filter((one) => one !== '').map((one) => [foldText(one), one]))
  const aliases = [...byText.values()]
  if (aliases.some((one) => [...one].length > OWN_NAME_MAX_LENGTH)) errors.aliases = 'too-long'
  else if (aliases.length > MOST_ALIASES) errors.aliases = 'too-many-aliases'
  else if ([...byText.keys()].some((one) => taken.has(one))) errors.aliases = 'in-catalogue'
  return aliases
}

function readValues(draft: CatalogueDraft, metric: Metric, errors: CatalogueErrors) {
  const most = MAX_VALUE * 10 ** metric.decimals
  const widest = { ...metric, hardMin: -most, hardMax: most }
  const read = (field: ValueField, empty: number | null): number | null => {
    if (draft.values[field].trim() === '') return empty
    const amount = parseAmount(draft.values[field], widest)
    if (amount.ok) return amount.value
    errors[field] =
      amount.reason === 'unclear' ? { metric: widest, readings: amount.readings } : amount.reason
    return empty
  }
  // A ratio is not entered: its form has no bounds.
  const isEntered = metric.kind !== 'ratio'
  const hardMin = isEntered ? (read('hardMin', 0) ?? 0) : metric.hardMin
  const hardMax = isEntered ? (read('hardMax', most) ?? most) : metric.hardMax
  if (hardMin > hardMax) errors.hardMax ??= 'min-above-max'
  return { hardMin, hardMax, baseline: read('baseline', null), benchmark: read('benchmark', null) }
}

/** From 1 on. Null: it is no stage of the funnel. */
function readStage(typed: string, errors: CatalogueErrors): number | null {
  const stage = typed.normalize('NFKC').trim()
  if (stage === '') return null
  if (/^\d{1,2}$/.test(stage) && Number(stage) >= 1 && Number(stage) <= MOST_STAGES) return Number(stage)
  errors.funnelOrder = 'no-stage'
  return null
}
