// Renders `/kpi teams`: a sortable table of the teams that a person leads, and the way to each of them and to other periods.
import { medalOf } from '../../boards/domain/board-shown.ts'
import { periodText } from '../../boards/slack/period-text.ts'
import { asOfText } from '../../boards/slack/revised-text.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { cleanText } from '../../core/text.ts'
import { localDate } from '../../core/time.ts'
import { type NamedDay, neighboursOf } from '../../numbers/domain/asked-period.ts'
import { inGroups } from '../../org/slack/country-and-zone-choices.ts'
import type { Block, DataTableBlock, RenderedMessage } from '../../slack/blocks.ts'
import { option, plain, section } from '../../slack/fields.ts'
import { limits } from '../../slack/limits.ts'
import { escapeWithin, wordsOf } from '../../slack/lines.ts'
import { clip, mrkdwn } from '../../slack/mrkdwn.ts'
import {
  MOST_CHARACTERS,
  MOST_ROWS,
  numberCell,
  ROWS_AT_ONCE,
  type TableCell,
  textCell,
} from '../../slack/sortable-table.ts'
import { countTheSame, inSideOrder, placesOf, type SideOrder, type TeamSide } from '../domain/side-by-side.ts'
import type { SideBySide } from '../flows/show-teams.ts'
import { OVERVIEW } from './ids.ts'
import {
  actualText,
  changeOf,
  changeText,
  NOTHING,
  percentText,
  plainName,
  valueText,
} from './team-figures.ts'

const NAME_LENGTH = 40
const LONGEST = 200
const LABEL_PART = 30

export interface TeamsShown {
  order: SideOrder
  /** From 0 on. */
  page: number
}

export function teamsMessage(view: SideBySide, { order, page }: TeamsShown, t: Translate): RenderedMessage {
  const title = `*${t('teams.title', { period: periodText(view.period, t, view.today) })}*`
  const teams = inSideOrder(view.teams, order)
  const places = placesOf(view.teams, order)
  const columns = columnsOf(view, { places, order }, t)
  const pages = pagesOf(teams, columns)
  const shown = Math.min(Math.max(page, 0), pages.length - 1)
  const rows = pages[shown]!
  const small = [
    ...(view.asOf ? [asOfText(view.asOf, t)] : []),
    t(order === 'attainment' ? 'teams.byAttainment' : 'teams.byHead'),
    ...(countTheSame(teams) ? [] : [t('teams.notTheSame')]),
    t('teams.paceHow'),
  ].join(' ')
  const line = (side: TeamSide) => sideLine(side, view, t, { place: placeOf(side, places), order })
  return {
    text: wordsOf([title, ...rows.map(line), small]),
    blocks: [
      section(title),
      tableOf(rows, columns, t),
      { type: 'context', elements: [mrkdwn(small)] },
      drillDown(teams, view, t),
      buttons(view, { order, page: shown }, pages.length, t),
    ],
  }
}

/** Two teams may be called the same: then the channel tells them apart. Not escaped. */
export function sideName(
  { name, channelName, teamId }: TeamSide,
  { teams }: SideBySide,
  t: Translate,
): string {
  const own = clip(cleanText(name, LONGEST), NAME_LENGTH)
  const isTwice = teams.some((other) => other.teamId !== teamId && other.name === name)
  return isTwice && channelName ? t('teams.inChannel', { team: own, channel: channelName }) : own
}

export const sideValue = ({ number }: TeamSide, t: Translate): string =>
  number ? actualText(number.metric, number.actual, number.target, t) : NOTHING

export const sideChange = ({ number }: TeamSide, t: Translate): string =>
  number ? changeText(number.metric, number.change, t) : NOTHING

/** Of what is counted in units a tenth more or less matters. */
function perHeadText({ number }: TeamSide, t: Translate): string {
  if (number?.perHead == null) return NOTHING
  const { metric, perHead } = number
  const scale = 10 ** metric.decimals
  const step = metric.unit === 'money' ? scale : scale / 10
  return valueText({ ...metric, decimals: metric.decimals }, Math.round(perHead / step) * step, t)
}

/** '🥈 2', '4'. Empty: no place. */
function placeOf({ teamId, number }: TeamSide, places: ReadonlyMap<string, number>): string {
  const place = places.get(teamId)
  if (place === undefined) return ''
  const medal = medalOf({ rank: place, value: number?.actual ?? 0 }, number?.metric.higherIsBetter === false)
  return medal ? `${medal}\u00a0${place}` : String(place)
}

function sideLine(
  side: TeamSide,
  view: SideBySide,
  t: Translate,
  { place, order }: { place: string; order: SideOrder },
): string {
  const { number } = side
  const name = `${place && `${place}. `}*${escapeWithin(sideName(side, view, t), NAME_LENGTH * 2)}*`
  if (!number) return t('common.labelled', { label: name, value: NOTHING })
  const metric = escapeWithin(plainName(number.metric, t), NAME_LENGTH * 2)
  const said = [
    ...(order === 'per-head' && number.perHead !== null
      ? [t('common.labelled', { label: t('teams.perHead'), value: perHeadText(side, t) })]
      : []),
    `${metric} ${sideValue(side, t)}`,
    ...(number.attainment === null ? [] : [percentText(number.attainment, t)]),
    ...(number.pace === null ? [] : [t('overview.pace', { pace: percentText(number.pace, t) })]),
    ...(sideChange(side, t) === NOTHING ? [] : [sideChange(side, t)]),
  ]
  return `${name}  ${said.join(' · ')}`
}

interface Column {
  head: string
  cell(side: TeamSide): TableCell
}

/** What nobody has is left out, so that the table stays narrow; what teams are ranked by stands beside their names. */
function columnsOf(view: SideBySide, { places, order }: Ranked, t: Translate): Column[] {
  const { teams } = view
  const isSame = countTheSame(teams)
  const metric = teams.find((side) => side.number)?.number?.metric
  const has = (key: 'attainment' | 'pace') => teams.some((side) => side.number && side.number[key] !== null)
  const perHead: Column = {
    head: t('teams.perHead'),
    cell: (side) => numberCell(side.number?.perHead, perHeadText(side, t)),
  }
  const share = (key: 'attainment' | 'pace', head: string): Column => ({
    head,
    cell: ({ number: of }) => numberCell(of?.[key], percentText(of?.[key] ?? null, t)),
  })
  return [
    ...(places.size > 0
      ? [
          {
            head: t('teams.place'),
            cell: (side: TeamSide) => numberCell(places.get(side.teamId), placeOf(side, places)),
          },
        ]
      : []),
    { head: t('teams.team'), cell: (side) => textCell(sideName(side, view, t)) },
    ...(order === 'per-head' ? [perHead] : []),
    ...(isSame
      ? []
      : [
          {
            head: t('overview.csvNumber'),
            cell: ({ number: of }: TeamSide) => textCell(of ? plainName(of.metric, t) : NOTHING),
          },
        ]),
    {
      head: isSame && metric ? plainName(metric, t) : t('teams.total'),
      cell: (side) => numberCell(side.number?.actual, sideValue(side, t)),
    },
    ...(has('attainment') ? [share('attainment', t('overview.columnReached'))] : []),
    ...(has('pace') ? [share('pace', t('overview.columnPace'))] : []),
    {
      head: t('overview.columnChange'),
      cell: (side) =>
        numberCell(side.number && changeOf(side.number.metric, side.number.change), sideChange(side, t)),
    },
    ...(order === 'per-head' ? [] : [perHead]),
    { head: t('teams.people'), cell: ({ people }) => numberCell(people, String(people)) },
  ]
}

interface Ranked {
  places: ReadonlyMap<string, number>
  order: SideOrder
}

const charactersIn = (cells: readonly TableCell[]): number =>
  cells.reduce((sum, cell) => sum + [...(cell.text ?? '')].length, 0)

/** As many teams on each page as fit into one message. */
function pagesOf(teams: readonly TeamSide[], columns: readonly Column[]): TeamSide[][] {
  const pages: TeamSide[][] = [[]]
  let characters = 0
  for (const side of teams) {
    const length = charactersIn(columns.map(({ cell }) => cell(side)))
    const page = pages.at(-1)!
    if (page.length === MOST_ROWS || (page.length > 0 && characters + length > MOST_CHARACTERS)) {
      pages.push([side])
      characters = length
    } else {
      page.push(side)
      characters += length
    }
  }
  return pages
}

function tableOf(teams: readonly TeamSide[], columns: readonly Column[], t: Translate): DataTableBlock {
  const rows = [
    columns.map(({ head }) => textCell(head)),
    ...teams.map((side) => columns.map(({ cell }) => cell(side))),
  ]
  const names = columns.findIndex(({ head }) => head === t('teams.team'))
  const page_size = Math.min(teams.length, ROWS_AT_ONCE)
  return { type: 'data_table', caption: t('teams.caption'), page_size, row_header_column_index: names, rows }
}

/** A menu of all teams, each with its people behind it. */
export function drillDown(teams: readonly TeamSide[], view: SideBySide, t: Translate): Block {
  const { kind, from } = view.period
  // What a month is called when it is typed.
  const typed = kind === 'month' ? ` ${from.toString().slice(0, 7)}` : ''
  const choices = teams.map((side) => ({ value: `${side.teamId}${typed}`, text: sideName(side, view, t) }))
  const groups = inGroups(choices, ([first, last]) =>
    [first, last].map((one) => clip(one.text, LABEL_PART)).join(' – '),
  )
  return {
    type: 'actions',
    elements: [
      {
        ...{ type: 'static_select', action_id: OVERVIEW.chooseTeam, placeholder: plain(t('teams.open')) },
        option_groups: groups.map((group) => ({
          label: plain(clip(group.label, limits.optionGroup.label.maxLength)),
          options: group.choices.map(option),
        })),
      },
    ],
  }
}

export const teamsValue = (
  { kind, date }: NamedDay,
  { order, page }: TeamsShown,
  { metricKey, asOf }: Pick<SideBySide, 'metricKey' | 'asOf'> = {},
): string =>
  JSON.stringify({
    ...{ kind, date: date.toString(), order, page },
    ...(metricKey && { metric: metricKey }),
    ...(asOf && { at: asOf.at.toString() }),
  })

function buttons(view: SideBySide, shown: TeamsShown, pages: number, t: Translate): Block {
  const { period, asOf } = view
  const { before, after } = neighboursOf(period, asOf ? localDate(asOf.at, asOf.zone) : view.today)
  const here = { kind: period.kind, date: period.from }
  const button = (id: string, words: string, of: NamedDay, next: Partial<TeamsShown> = {}) => ({
    ...{ type: 'button' as const, action_id: `${OVERVIEW.showTeams}#${id}`, text: plain(words) },
    value: teamsValue(of, { ...shown, page: 0, ...next }, view),
  })
  const { order, page } = shown
  const other = order === 'attainment' ? 'per-head' : 'attainment'
  return {
    type: 'actions',
    elements: [
      button('before', t('overview.before'), before),
      ...(after ? [button('after', t('overview.after'), after)] : []),
      button('order', t(other === 'per-head' ? 'teams.showByHead' : 'teams.showByAttainment'), here, {
        order: other,
      }),
      ...(page > 0 ? [button('previous', t('overview.previousPeople'), here, { page: page - 1 })] : []),
      ...(page + 1 < pages
        ? [button('next', t('teams.more', { page: page + 1, pages }), here, { page: page + 1 })]
        : []),
      { ...button('csv', t('overview.csv'), here), action_id: OVERVIEW.teamsCsv },
    ],
  }
}
