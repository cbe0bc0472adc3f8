// The preview of a target that is shared out over teams: what each gets, with a field to set a part by hand; and why it cannot be.
import type { Translate } from '../../core/i18n/translate.ts'
import type { TeamId } from '../../core/ids.ts'
import { cleanText } from '../../core/text.ts'
import { formatValue } from '../../numbers/slack/format-value.ts'
import { plainNumber } from '../../numbers/slack/number-fields.ts'
import { teamLabel } from '../../org/slack/team-line.ts'
import type { Block, ModalView } from '../../slack/blocks.ts'
import { field, modal, section, textInput } from '../../slack/fields.ts'
import { escapeWithin, sectionsOf } from '../../slack/lines.ts'
import { clip, mrkdwn } from '../../slack/mrkdwn.ts'
import type { PlannedTeam } from '../domain/cascade.ts'
import type { LoadedCascade } from '../flows/load-cascade.ts'
import type { CascadePreview } from '../flows/set-cascade.ts'
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

export function partRows({ loaded, teams }: CascadePreview, t: Translate): PartRow[] {
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
  const { metric, version } = loaded
  const context = (text: string): Block => ({ type: 'context', elements: [mrkdwn(text)] })
  const rest = restOf(preview.teams)
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
      ...partBlocks(preview, t),
      ...(rest > 0 ? [section(t('target.unassigned', { value: formatValue(metric, rest, t.locale) }))] : []),
      ...advice.map((one) => section(adviceText(one, metric, period, t))),
      ...(version > 0 ? [context(t('target.effective'))] : []),
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

/** What of all the teams' parts belongs to nobody. */
const restOf = (teams: readonly PlannedTeam[]): number =>
  teams.reduce((sum, { own }) => sum + Math.max(0, own?.plan.unassigned ?? 0), 0)

function partBlocks(preview: CascadePreview, t: Translate): Block[] {
  const rows = partRows(preview, t)
  const label = (row: PartRow) => clip(rowText(row, preview, t), LABEL_LENGTH)
  if (rows.length > MOST_FIELDS)
    return sectionsOf(rows.map((row) => escapeWithin(`${label(row)} · ${hintText(row, preview, t)}`, 500)))
  return rows.map((row, index) =>
    field(
      partBlockId(row.teamId),
      label(row),
      textInput(row.byHand ? plainNumber(preview.loaded.metric, row.value) : '', {
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
function rowText({ name, value, before }: PartRow, { loaded }: CascadePreview, t: Translate): string {
  const written = (of: number) => formatValue(loaded.metric, of, t.locale)
  return before === null || before === value
    ? t('target.part', { name, value: written(value) })
    : t('target.partWas', { name, value: written(value), before: written(before) })
}

/** How many people share it, what of it is nobody's, and what the teams further down get. */
function hintText({ teamId, planned }: PartRow, preview: CascadePreview, t: Translate): string {
  const { teams, loaded } = preview
  const isOwn = teamId === teams[0]?.teamId
  const within = isOwn ? [planned] : withBelow(planned, teams)
  const people = within.reduce((sum, { own }) => sum + (own?.plan.parts.length ?? 0), 0)
  const rest = restOf(within)
  const written = (value: number) => formatValue(loaded.metric, value, t.locale)
  const below = isOwn ? [] : teams.filter(({ above }) => above === teamId)
  const listed = below
    .slice(0, LISTED_BELOW)
    .map((one) => t('cascade.belowOne', { team: teamName(one.teamId, loaded), value: written(one.whole) }))
  const more = below.length - listed.length
  const names = [...listed, ...(more > 0 ? [t('target.moreLines', { count: more })] : [])]
  return [
    t('cascade.people', { people, rest: rest > 0 ? written(rest) : 'none' }),
    ...(names.length > 0 ? [t('cascade.below', { teams: names.join(t('common.listSeparator')) })] : []),
  ].join(' ')
}

function withBelow(team: PlannedTeam, teams: readonly PlannedTeam[]): PlannedTeam[] {
  const below = teams.filter(({ above }) => above === team.teamId)
  return [team, ...below.flatMap((one) => withBelow(one, teams))]
}
