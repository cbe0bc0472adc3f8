// The list in which a manager orders the metrics of a role and switches them on and off. Each choice is saved at once.
import { z } from 'zod'
import type { Translate } from '../../core/i18n/translate.ts'
import type { MetricKey } from '../../core/ids.ts'
import { ROLE_MAX_LENGTH } from '../../org/domain/own-role.ts'
import type { Role } from '../../org/domain/team.ts'
import { roleName } from '../../org/slack/role-choices.ts'
import { teamLabel } from '../../org/slack/team-line.ts'
import type { Block, ModalView } from '../../slack/blocks.ts'
import { modal, option, plain, section } from '../../slack/fields.ts'
import { readJson } from '../../slack/json.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { mrkdwn } from '../../slack/mrkdwn.ts'
import { METRIC_MOVES, type MetricMove } from '../domain/metric-edit.ts'
import type { MetricsFacts } from '../flows/change-metrics.ts'
import { metricName } from './format-value.ts'
import { METRICS } from './ids.ts'
import { usualRange } from './number-problems.ts'

const Metadata = z.object({
  teamId: z.uuid(),
  role: z.string().max(ROLE_MAX_LENGTH),
  key: z.string().max(50).optional(),
})
export type MetricsMetadata = z.infer<typeof Metadata>

/** Null: the metadata is invalid. */
export const readMetricsMetadata = (text: string): MetricsMetadata | null => readJson(text, Metadata)

const Picked = z.object({ key: z.string().max(50), move: z.enum([...METRIC_MOVES, 'edit', 'define']) })

type MetricPick = MetricMove | 'edit' | 'define'

/** Parses the option selected in a metric's menu. Null: the value is invalid. */
export function readPick(value: string): { key: MetricKey; move: MetricPick } | null {
  const [move, key] = value.split(' ')
  const read = Picked.safeParse({ key, move })
  return read.success ? read.data : null
}

/** `note`: why the last action failed. */
export function metricsView(facts: MetricsFacts, t: Translate, note?: string): ModalView {
  const team = teamLabel(facts, t)
  return modal({
    callbackId: METRICS.list,
    title: t('team.metricsTitle'),
    submit: null,
    close: t('setup.finish'),
    metadata: { teamId: facts.teamId, role: facts.role } satisfies MetricsMetadata,
    blocks: [
      ...(note ? [section(`⚠️ ${note}`)] : []),
      ...(facts.roles.length > 1 ? [roleMenu(facts, t)] : []),
      section(t('team.metricsOf', { team, role: roleName(facts.role, t) })),
      ...facts.list.map((line, place) => metricLine(line, place, facts, t)),
      buttons(facts, t),
    ],
  })
}

function roleMenu({ role, roles }: MetricsFacts, t: Translate): Block {
  const choice = (of: Role) => option({ value: of, text: roleName(of, t) })
  return {
    type: 'actions',
    elements: [
      {
        type: 'static_select',
        action_id: METRICS.role,
        options: roles.map(choice),
        initial_option: choice(role),
      },
    ],
  }
}

type Line = MetricsFacts['list'][number]

function buttons({ role }: MetricsFacts, t: Translate): Block {
  const one = (actionId: string, text: string) =>
    ({ type: 'button', action_id: actionId, text: plain(text), value: role }) as const
  return {
    type: 'actions',
    elements: [
      one(METRICS.adopt, t('catalogue.adoptButton')),
      one(METRICS.add, t('team.addMetric')),
      one(METRICS.addRole, t('catalogue.roleButton')),
      one(METRICS.catalogue, t('catalogue.openButton')),
    ],
  }
}

function metricLine(line: Line, place: number, facts: MetricsFacts, t: Translate): Block {
  const { metric, enabled } = line
  const count = facts.list.length
  const picks: [MetricPick, string][] = []
  if (place > 0) picks.push(['up', t('team.moveUp')])
  if (place < count - 1) picks.push(['down', t('team.moveDown')])
  picks.push(enabled ? ['off', t('team.switchOff')] : ['on', t('team.switchOn')])
  picks.push(['edit', t('team.edit')])
  if (facts.definable.has(metric.key)) picks.push(['define', t('catalogue.defineOption')])
  const name = escapeWithin(metricName(metric, t), 200)
  const details = metricDetails({ metric, enabled }, t).join(' · ')
  return {
    type: 'section',
    text: mrkdwn([enabled ? `*${name}*` : name, details].filter(Boolean).join('\n')),
    accessory: {
      type: 'overflow',
      action_id: `${METRICS.menu}#${metric.key}`,
      options: picks.map(([move, text]) => option({ value: `${move} ${metric.key}`, text })),
    },
  }
}

function metricDetails({ metric, enabled }: Pick<Line, 'metric' | 'enabled'>, t: Translate): string[] {
  const details: string[] = []
  if (!enabled) details.push(t('team.metricOff'))
  if (metric.kind === 'ratio') return [...details, t('team.metricRatio')]
  const usual = usualRange(metric, t)
  if (usual) details.push(usual)
  if (metric.points > 0) details.push(t('team.metricPoints', { points: metric.points }))
  return details
}
