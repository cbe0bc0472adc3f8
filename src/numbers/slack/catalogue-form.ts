// The forms of the workspace's catalogue: choosing what to add or edit, and what a metric is called and means.

import { LOCALES, type Locale } from '../../core/i18n/locale.ts'
import type { MessageKey, Translate } from '../../core/i18n/translate.ts'
import type { MetricKey } from '../../core/ids.ts'
import { inGroups } from '../../org/slack/country-and-zone-choices.ts'
import type { Block, ModalView } from '../../slack/blocks.ts'
import {
  type ChoiceGroup,
  chosenIn,
  FIELD,
  field,
  fieldIn,
  menu,
  modal,
  option,
  plain,
  section,
  textInput,
  typedIn,
} from '../../slack/fields.ts'
import { limits } from '../../slack/limits.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { clip, mention } from '../../slack/mrkdwn.ts'
import type { FormState } from '../../slack/requests.ts'
import { type CatalogueErrors, type CatalogueProblem, LAYERS, textFields } from '../domain/catalogue-edit.ts'
import type { CatalogueEntry } from '../domain/catalogue-entry.ts'
import type { Metric } from '../domain/metrics.ts'
import { OWN_NAME_MAX_LENGTH } from '../domain/own-metric.ts'
import type { Definable, Definition, DefinitionChoice } from '../flows/change-catalogue.ts'
import { metricName } from './format-value.ts'
import { METRICS } from './ids.ts'
import { metricProblemText } from './metric-form.ts'
import { presetNames } from './metric-names.ts'
import type { MetricsMetadata } from './metrics-form.ts'
import { plainNumber } from './number-fields.ts'

const ADOPTED = 'adopted'
const ALIASES_LENGTH = 1700
const WORD_LENGTH = 8
const NUMBER_LENGTH = 30

type Place = Pick<MetricsMetadata, 'teamId' | 'role'>

/** By whose it is; a group holds as many as Slack takes. */
function groupsOf(entries: readonly CatalogueEntry[], t: Translate): ChoiceGroup[] {
  const group = (label: MessageKey, wanted: (entry: CatalogueEntry) => boolean) => {
    const choices = entries
      .filter(wanted)
      .map(({ metric }) => ({ value: metric.key, text: metricName(metric, t) }))
      .sort((one, other) => one.text.localeCompare(other.text, t.locale))
    return inGroups(choices, () => t(label))
  }
  const isRetired = ({ metric }: CatalogueEntry) => metric.retiredAt !== null
  return [
    ...group('catalogue.ofCompany', (entry) => !isRetired(entry) && entry.owner === null),
    ...group('catalogue.ofTeams', (entry) => !isRetired(entry) && entry.owner !== null),
    ...group('catalogue.retired', isRetired),
  ]
}

const optionGroups = (groups: readonly ChoiceGroup[]) =>
  groups.map(({ label, choices }) => ({
    label: plain(clip(label, limits.optionGroup.label.maxLength)),
    options: choices.map(option),
  }))

/** `entries`: what the role does not have yet. */
export function adoptView(place: Place, entries: readonly CatalogueEntry[], t: Translate): ModalView {
  const isEmpty = entries.length === 0
  return modal({
    callbackId: METRICS.adoptForm,
    title: t('catalogue.adoptTitle'),
    submit: isEmpty ? null : t('common.save'),
    close: t('common.cancel'),
    metadata: place,
    blocks: isEmpty
      ? [section(t('catalogue.nothingLeft'))]
      : [metricsField(entries, t('catalogue.adopt'), t('catalogue.adoptHint'), t)],
  })
}

/** A choice of several metrics. */
export const metricsField = (
  entries: readonly CatalogueEntry[],
  label: string,
  hint: string,
  t: Translate,
): Block =>
  field(
    ADOPTED,
    label,
    { type: 'multi_static_select', action_id: FIELD, option_groups: optionGroups(groupsOf(entries, t)) },
    { hint },
  )

export const readAdopted = (state: FormState): MetricKey[] =>
  (fieldIn(state, ADOPTED)?.selected_options ?? []).map(({ value }) => value)

export const adoptedError = (text: string): Record<string, string> => ({ [ADOPTED]: text })

/** The list from which a metric is chosen to be edited. */
/** What the reader may not change is said with whom to ask. */
export function catalogueView(place: Place, { entries, ask }: Definable, t: Translate): ModalView {
  const select: Block = {
    type: 'actions',
    elements: [
      {
        type: 'static_select',
        action_id: METRICS.define,
        placeholder: plain(t('catalogue.choose')),
        option_groups: optionGroups(groupsOf(entries, t)),
      },
    ],
  }
  return modal({
    callbackId: METRICS.catalogueList,
    title: t('catalogue.title'),
    submit: null,
    close: t('setup.finish'),
    metadata: place,
    blocks: [
      ...(entries.length > 0 ? [section(t('catalogue.intro')), select] : []),
      ...(ask.length > 0 ? [section(askText(ask, t))] : []),
    ],
  })
}

/** Who says what the company's numbers mean. */
export const askText = (ask: readonly string[], t: Translate): string =>
  ask.length > 0 ? t('catalogue.askThese', { admins: ask.map(mention).join(' ') }) : t('catalogue.askAdmin')

const languages = (locale: Locale, t: Translate) =>
  new Intl.DisplayNames(t.locale, { type: 'language' }).of(locale) ?? locale

const yesNo = (yes: string, no: string) => [
  { value: 'yes', text: yes },
  { value: 'no', text: no },
]

export function definitionView(place: Place, definition: Definition, t: Translate): ModalView {
  const { metric } = definition
  return modal({
    callbackId: METRICS.definitionForm,
    title: t('catalogue.defineTitle'),
    submit: t('common.save'),
    close: t('common.cancel'),
    metadata: { ...place, key: metric.key } satisfies MetricsMetadata,
    blocks: [
      section(t('catalogue.defineOf', { name: escapeWithin(metricName(metric, t), 200) })),
      ...nameFields(metric, t),
      ...meaningFields(metric, t),
      ...valueFields(metric, t),
      ...stateFields(definition, t),
    ],
  })
}

function nameFields({ key, names, aliases, measureWords }: Metric, t: Translate): Block[] {
  const preset = presetNames(key)
  const text = (blockId: string, label: string, value: string, maxLength: number, hint?: string) =>
    field(blockId, label, textInput(value, { maxLength }), { optional: true, ...(hint ? { hint } : {}) })
  return [
    ...LOCALES.map((locale) => {
      const usual = preset[locale]
      const label = t('catalogue.nameIn', { language: languages(locale, t) })
      const hint = usual ? t('team.metricNameHint', { name: usual }) : undefined
      return text(`name:${locale}`, label, names[locale] ?? '', OWN_NAME_MAX_LENGTH, hint)
    }),
    text(
      'aliases',
      t('catalogue.aliases'),
      aliases.join(t('common.listSeparator')),
      ALIASES_LENGTH,
      t('catalogue.aliasesHint'),
    ),
    ...LOCALES.filter((locale) => locale !== 'en').map((locale) =>
      text(
        `word:${locale}`,
        t('catalogue.wordIn', { language: languages(locale, t) }),
        measureWords[locale] ?? '',
        WORD_LENGTH,
        t('catalogue.wordHint'),
      ),
    ),
  ]
}

function meaningFields({ layer, leading, funnelOrder }: Metric, t: Translate): Block[] {
  const layers = LAYERS.map((value) => ({ value, text: t(`layer.${value}`) }))
  const leads = yesNo(t('catalogue.leading'), t('catalogue.lagging'))
  return [
    field('layer', t('catalogue.layer'), menu(layers, layer)),
    field('leading', t('catalogue.signal'), menu(leads, leading ? 'yes' : 'no')),
    field('funnelOrder', t('catalogue.funnel'), textInput(String(funnelOrder ?? ''), { maxLength: 2 }), {
      optional: true,
      hint: t('catalogue.funnelHint'),
    }),
  ]
}

function valueFields(metric: Metric, t: Translate): Block[] {
  if (metric.kind === 'ratio')
    return (['baseline', 'benchmark'] as const).map((one) => valueField(one, metric, t))
  return (['baseline', 'benchmark', 'hardMin', 'hardMax'] as const).map((one) => valueField(one, metric, t))
}

function valueField(
  blockId: 'baseline' | 'benchmark' | 'hardMin' | 'hardMax',
  metric: Metric,
  t: Translate,
): Block {
  const labels = {
    baseline: t('catalogue.baseline'),
    benchmark: t('catalogue.benchmark'),
    hardMin: t('team.metricHardMin'),
    hardMax: t('team.metricHardMax'),
  }
  const value = metric[blockId]
  const typed = value === null ? '' : plainNumber(metric, value)
  const hints = { baseline: t('catalogue.baselineHint'), benchmark: t('catalogue.benchmarkHint') }
  const hint = blockId === 'baseline' || blockId === 'benchmark' ? hints[blockId] : t('team.metricHardHint')
  return field(blockId, labels[blockId], textInput(typed, { maxLength: NUMBER_LENGTH }), {
    optional: true,
    hint,
  })
}

function stateFields({ metric, mayShare }: Definition, t: Translate): Block[] {
  const share = yesNo(t('catalogue.share'), t('catalogue.keepOwn'))
  const asked = yesNo(t('catalogue.isRetired'), t('catalogue.isAsked'))
  return [
    ...(mayShare ? [field('shared', t('catalogue.whose'), menu(share, 'no'))] : []),
    field('retired', t('catalogue.state'), menu(asked, metric.retiredAt === null ? 'no' : 'yes'), {
      hint: t('catalogue.stateHint'),
    }),
  ]
}

export function readDefinition(state: FormState): DefinitionChoice {
  const texts = [...textFields('name'), ...textFields('word')].map((one) => [one, typedIn(state, one)])
  const isYes = (blockId: string) => chosenIn(state, blockId) === 'yes'
  const typed = (blockId: string) => typedIn(state, blockId)
  return {
    texts: Object.fromEntries(texts) as DefinitionChoice['texts'],
    aliases: typed('aliases'),
    layer: chosenIn(state, 'layer') ?? '',
    leading: isYes('leading'),
    values: {
      ...{ hardMin: typed('hardMin'), hardMax: typed('hardMax') },
      ...{ baseline: typed('baseline'), benchmark: typed('benchmark') },
    },
    funnelOrder: typed('funnelOrder'),
    retired: isYes('retired'),
    shared: isYes('shared'),
  }
}

/** Error texts by block id. The block ids are the field names of the domain. */
export function definitionErrors(errors: CatalogueErrors, t: Translate): Record<string, string> {
  const named = Object.entries(errors) as [string, CatalogueProblem][]
  return Object.fromEntries(named.map(([blockId, problem]) => [blockId, problemText(problem, t)]))
}

/** What only the catalogue refuses; the rest is said as at the fields of a team's metric. */
function problemText(problem: CatalogueProblem, t: Translate): string {
  switch (problem) {
    case 'too-long':
      return t('catalogue.problemTooLong')
    case 'in-catalogue':
      return t('catalogue.problemTaken')
    case 'too-many-aliases':
      return t('catalogue.problemAliases')
    case 'no-stage':
      return t('catalogue.problemStage')
    default:
      return metricProblemText(problem, t)
  }
}
