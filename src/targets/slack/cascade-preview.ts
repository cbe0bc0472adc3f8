// The preview of a target that is shared out over teams: what each gets, with a field to set a part by hand; and why it cannot be.
import type { Translate } from '../../core/i18n/translate.ts'
import type { TeamId } from '../../core/ids.ts'
import { cleanText } from '../../core/text.ts'
import { formatValue } from '../../numbers/slack/format-value.ts'
import { plainNumber } from '../../numbers/slack/number-fields.ts'
import { rateText } from '../../numbers/slack/rate-text.ts'
import { teamLabel } from '../../org/slack/team-line.ts'
import type { Block, ModalView } from '../../slack/blocks.ts'
import { field, modal, section, textInput } from '../../slack/fields.ts'
import { escapeWithin, sectionsOf } from '../../slack/lines.ts'
import { clip, mrkdwn } from '../../slack/mrkdwn.ts'
import type { PlannedTeam } from '../domain/cascade.ts'
import { ratesInto } from '../domain/cascade-money.ts'
import { amongTeams, type LoadedCascade, metricIn } from '../flows/load-cascade.ts'
import type { CascadeParts, CascadePreview } from '../flows/set-cascade.ts'
import { periodName, targetName } from './figures.ts'
import { TARGETS } from './ids.ts'
import { adviceText } from './target-advice.ts'
import { metadataText, type TargetMetadata } from './target-form.ts'
import { MOST_FIELDS, partBlockId } from './target-preview.ts'

const NAME_LENGTH = 40
const LABEL_LENGTH = 150
const HINT_LENGTH = 1000
const AMOUNT_LENGTH = 30
/** More teams below one team are told as a number. */
const LISTED_BELOW = 12

/** A part of the first level: of a team below, or under the team's own id of its own people. */
export interface PartRow {
  teamId: TeamId
  name: string
  value: number
  before: number | null
  byHand: boolean
  planned: PlannedTeam
}

export function partRows({ loaded, teams }: CascadeParts, t: Translate): PartRow[] {
  const [root] = teams
  if (!root) return []
  const { teamId, own } = root
  const mine: PartRow[] = own
    ? [
        {
          ...{ teamId, name: t('cascade.own', { team: teamName(teamId, loaded) }), planned: root },
          ...{ value: own.whole, byHand: own.keeps, before: own.plan.before },
        },
      ]
    : []
  const below = teams.filter(({ above }) => above === teamId)
  return [
    ...mine,
    ...below.map((planned) => ({
      ...{ teamId: planned.teamId, name: teamName(planned.teamId, loaded), planned },
      ...{ value: planned.whole, before: planned.before, byHand: planned.keeps },
    })),
  ]
}

/** Not escaped. */
export const teamName = (teamId: TeamId, { teams }: Pick<LoadedCascade, 'teams'>): string =>
  clip(cleanText(teams.get(teamId)?.identity.teamName ?? '', 200), NAME_LENGTH)

/** `note`: what has changed since the view before. */
export function cascadeView(
  preview: CascadePreview,
  metadata: TargetMetadata,
  t: Translate,
  note: string | null,
): ModalView {
  const { loaded, period, advice } = preview
  const { metric, version, rates } = loaded
  const context = (text: string): Block => ({ type: 'context', elements: [mrkdwn(text)] })
  const rest = restOf(preview.teams, preview, preview.teams[0]!.teamId)
  return modal({
    callbackId: TARGETS.cascadePreview,
    title: t('target.previewTitle'),
    submit: t('common.save'),
    close: t('common.cancel'),
    metadata: metadataText({ ...metadata, version }),
    blocks: [
      ...(note ? [section(note)] : []),
      section(headText(preview, metadata, t)),
      ...(metric.kind === 'additive' ? [] : [context(t('target.inherited'))]),
      ...moneyLines(preview, t).map(context),
      ...partBlocks(preview, t),
      ...(rest > 0 ? [section(t('target.unassigned', { value: formatValue(metric, rest, t.locale) }))] : []),
      ...advice.map((one) => section(adviceText(one, metric, period, t))),
      ...(version > (rates?.version ?? 0) ? [context(t('target.effective'))] : []),
    ],
  })
}

function headText(
  { loaded, period, teams }: CascadePreview,
  { value }: TargetMetadata,
  t: Translate,
): string {
  const { metric } = loaded
  const [root] = teams
  const said = {
    ...{ metric: targetName(metric, t), period: periodName(period, t) },
    ...{ team: teamLabel(loaded.teams.get(root!.teamId)!.identity, t) },
    value: formatValue(metric, value, t.locale),
  }
  return root!.before === null
    ? t('target.forTeam', said)
    : t('target.forTeamWas', { ...said, before: formatValue(metric, root!.before, t.locale) })
}

/** What of all the teams' parts belongs to nobody, in the currency of one of them. */
const restOf = (teams: readonly PlannedTeam[], { loaded }: CascadePreview, into: TeamId): number =>
  teams.reduce(
    (sum, { teamId, own }) => sum + amongTeams(loaded, Math.max(0, own?.plan.unassigned ?? 0), teamId, into),
    0,
  )

/** More are told by the first ones. */
const LISTED_ROUNDED = 3

/** At which plan rates parts are in other currencies, and what their rounding leaves of a whole. */
function moneyLines({ loaded, teams }: CascadePreview, t: Translate): string[] {
  const { metric, rates } = loaded
  const currencies = teams.map(({ teamId }) => metricIn(loaded, teamId).currency)
  const used = ratesInto(currencies, metric.currency, rates)
  if (used.length === 0) return []
  const told = used.map((one) => rateText(one, t)).join(t('common.listSeparator'))
  const rounded =
    metric.kind === 'additive' ? teams.filter((one) => roundedOff(one, loaded, teams) !== 0) : []
  return [
    t('rates.at', { rates: told }),
    ...rounded.slice(0, LISTED_ROUNDED).map((one) => {
      const own = metricIn(loaded, one.teamId)
      const off = roundedOff(one, loaded, teams)
      return t('cascade.rounded', {
        team: escapeWithin(teamName(one.teamId, loaded), NAME_LENGTH),
        sum: formatValue(own, one.whole - off, t.locale),
        off: formatValue(own, Math.abs(off), t.locale),
        side: off > 0 ? 'less' : 'more',
      })
    }),
  ]
}

/** By how much a team's whole is more than all parts of it, each rounded to its own currency. */
function roundedOff(
  { teamId, whole, own }: PlannedTeam,
  loaded: LoadedCascade,
  teams: readonly PlannedTeam[],
): number {
  const below = teams.filter(({ above }) => above === teamId)
  if (below.length === 0) return 0
  return below.reduce(
    (left, one) => left - amongTeams(loaded, one.whole, one.teamId, teamId),
    whole - (own?.whole ?? 0),
  )
}

function partBlocks(preview: CascadePreview, t: Translate): Block[] {
  const rows = partRows(preview, t)
  const label = (row: PartRow) => clip(rowText(row, preview, t), LABEL_LENGTH)
  if (rows.length > MOST_FIELDS)
    return sectionsOf(rows.map((row) => escapeWithin(`${label(row)} · ${hintText(row, preview, t)}`, 500)))
  return rows.map((row, index) =>
    field(
      partBlockId(row.teamId),
      label(row),
      textInput(row.byHand ? plainNumber(metricIn(preview.loaded, row.teamId), row.value) : '', {
        maxLength: AMOUNT_LENGTH,
      }),
      {
        optional: true,
        hint: clip(
          [hintText(row, preview, t), ...(index === 0 ? [t('cascade.partsHint')] : [])].join(' '),
          HINT_LENGTH,
        ),
      },
    ),
  )
}

/** 'North: 4,000 (3,500 so far)'. */
function rowText({ teamId, name, value, before }: PartRow, { loaded }: CascadePreview, t: Translate): string {
  const written = (of: number) => formatValue(metricIn(loaded, teamId), of, t.locale)
  return before === null || before === value
    ? t('target.part', { name, value: written(value) })
    : t('target.partWas', { name, value: written(value), before: written(before) })
}

/** How many people share it, what of it is nobody's, and what the teams further down get. */
function hintText({ teamId, planned, value }: PartRow, preview: CascadePreview, t: Translate): string {
  const { teams, loaded } = preview
  const isOwn = teamId === teams[0]?.teamId
  const within = isOwn ? [planned] : withBelow(planned, teams)
  const people = within.reduce((sum, { own }) => sum + (own?.plan.parts.length ?? 0), 0)
  const rest = restOf(within, preview, teamId)
  const written = (amount: number, of = teamId) => formatValue(metricIn(loaded, of), amount, t.locale)
  const root = teams[0]!.teamId
  const isForeign = metricIn(loaded, teamId).currency !== loaded.metric.currency
  const below = isOwn ? [] : teams.filter(({ above }) => above === teamId)
  const listed = below
    .slice(0, LISTED_BELOW)
    .map((one) =>
      t('cascade.belowOne', { team: teamName(one.teamId, loaded), value: written(one.whole, one.teamId) }),
    )
  const more = below.length - listed.length
  const names = [...listed, ...(more > 0 ? [t('target.moreLines', { count: more })] : [])]
  return [
    ...(isForeign
      ? [t('cascade.ofWhole', { value: written(amongTeams(loaded, value, teamId, root), root) })]
      : []),
    t('cascade.people', { people, rest: rest > 0 ? written(rest) : 'none' }),
    ...(names.length > 0 ? [t('cascade.below', { teams: names.join(t('common.listSeparator')) })] : []),
  ].join(' ')
}

function withBelow(team: PlannedTeam, teams: readonly PlannedTeam[]): PlannedTeam[] {
  const below = teams.filter(({ above }) => above === team.teamId)
  return [team, ...below.flatMap((one) => withBelow(one, teams))]
}
