// The tools about warnings, and what a metric means.
import { z } from 'zod'
import { formatValue } from '../../../numbers/slack/format-value.ts'
import { isOfTeam } from '../../../warnings/domain/warning.ts'
import type { WarningView } from '../../../warnings/domain/warning-view.ts'
import { listWarnings } from '../../../warnings/flows/list-warnings.ts'
import type { About } from '../../domain/fact.ts'
import { nothingTold } from '../../domain/tool-answer.ts'
import { askTool } from '../../flows/ask-tool.ts'
import { countedMetrics } from '../../flows/counted-metrics.ts'
import { teamsOn } from '../../flows/own-teams.ts'
import { aboutPerson, aboutReader, aboutTeam, fact, labelOf, nameInside } from '../facts.ts'
import { metricsNamed } from './told-names.ts'

/** People and teams that warnings are about. */
const MOST_WARNED = 12

export const warningsTool = askTool({
  name: 'open_warnings',
  description:
    'Open warnings: how many are about the asker, and about which people and teams that the asker leads.',
  parameters: z.strictObject({}),
  run: async (_, asker, context) => {
    const { who, t } = asker
    const command = 'risks'
    const all = await listWarnings(context, who)
    const ofTeam = ({ warning }: WarningView) => warning.teamId
    const { on, notCovered } = await teamsOn(context.db, asker, [...all.own, ...all.team], ofTeam)
    if (on.length === 0) return nothingTold(notCovered[0] ?? t('ask.noWarnings'), command)
    const listed = {
      own: all.own.filter((one) => on.includes(one)),
      team: all.team.filter((one) => on.includes(one)),
    }
    const own = listed.own.filter(({ warning }) => !isOfTeam(warning))
    const raised = listed.own.filter(({ warning }) => isOfTeam(warning))
    const grouped = [...Map.groupBy([...listed.team, ...raised], warnedOf)]
    const shown = grouped.slice(0, MOST_WARNED)
    const more = grouped.length - shown.length
    const open = (key: string, count: number, about: About) =>
      fact(key, t('ask.openWarnings', { count }), ['warnings'], { about, command })
    // Not 'your open warnings': those of the team could be meant.
    const you = { ...aboutReader(who.userId, t), before: '' }
    const facts = [
      fact('own', t('ask.ownWarnings', { count: own.length }), ['warnings'], { about: you, command }),
      ...shown.map(([id, [first, ...others]], index) => {
        const about = isOfTeam(first!.warning) ? aboutTeam(id, first!.name) : aboutPerson(id, first!.name, t)
        return open(`warned.${index}`, 1 + others.length, about)
      }),
    ]
    const told = shown.flatMap(([, of]) => of)
    const people = told.filter(({ warning }) => !isOfTeam(warning)).map(({ repUserId }) => repUserId)
    return {
      ...{ facts, command },
      notCovered: [...notCovered, ...(more > 0 ? [t('ask.moreWarnings', { count: more })] : [])],
      subjects: [...new Set([who.userId, ...people])],
      teamIds: [...new Set([...own, ...told].map(({ warning }) => warning.teamId))],
    }
  },
})

/** The id of the person or the team. */
const warnedOf = ({ warning, repUserId }: WarningView): string =>
  isOfTeam(warning) ? warning.teamId : repUserId

export const meaningTool = askTool({
  name: 'metric_meaning',
  description: 'What a metric of the asker’s team is made of: what a rate divides, and what good looks like.',
  parameters: z.strictObject({ metric: z.string().max(200) }),
  run: async ({ metric: typed }, asker, { db }) => {
    const { who, now, t } = asker
    const command = 'metrics'
    const counted = await countedMetrics(db, who, now)
    const { on, notCovered } = await teamsOn(db, asker, counted, ({ teamId }) => teamId)
    const inUse = on.flatMap((team) =>
      [...team.metrics.values()].flatMap((metric) => (metric.retiredAt === null ? [{ metric, team }] : [])),
    )
    // What is called just so in any team comes before what only begins so in the first.
    const [meant] = metricsNamed(
      typed,
      inUse.map(({ metric }) => metric),
      t,
    )
    const found = inUse.find(({ metric }) => metric === meant)
    if (!meant || !found)
      return { ...nothingTold(t('ask.noSuchMetric'), command), ...(notCovered.length > 0 && { notCovered }) }
    const { teamId, metrics } = found.team
    const [above, below] = [meant.numerator, meant.denominator].map((key) => metrics.get(key ?? ''))
    const said = (key: string, text: string) =>
      fact(key, text, ['meanings-of-metrics'], {
        ...{ about: { id: meant.key, name: labelOf(meant, t), sentAs: null }, command },
      })
    const facts = [
      above && below
        ? said('divided', t('ask.divided', { above: nameInside(above, t), below: nameInside(below, t) }))
        : said('counted', t('ask.noRate')),
      ...(meant.benchmark === null
        ? []
        : [said('benchmark', t('ask.benchmark', { value: formatValue(meant, meant.benchmark, t.locale) }))]),
    ]
    return { facts, notCovered, command, subjects: [], teamIds: [teamId] }
  },
})
