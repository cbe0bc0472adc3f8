// The tools about warnings, and what a metric means.
import { z } from 'zod'
import { foldText } from '../../../core/text.ts'
import { matchMetrics } from '../../../numbers/domain/metric-match.ts'
import { formatValue } from '../../../numbers/slack/format-value.ts'
import { namesOfMetrics } from '../../../numbers/slack/metric-names.ts'
import { isOfTeam } from '../../../warnings/domain/warning.ts'
import type { WarningView } from '../../../warnings/domain/warning-view.ts'
import { listWarnings } from '../../../warnings/flows/list-warnings.ts'
import type { About } from '../../domain/fact.ts'
import { nothingTold } from '../../domain/tool-answer.ts'
import { askTool } from '../../flows/ask-tool.ts'
import { countedMetrics } from '../../flows/counted-metrics.ts'
import { aboutPerson, aboutReader, aboutTeam, fact, labelOf, nameInside } from '../facts.ts'

/** People and teams that warnings are about. */
const MOST_WARNED = 12

export const warningsTool = askTool({
  name: 'open_warnings',
  description:
    'Open warnings: how many are about the asker, and about which people and teams that the asker leads.',
  parameters: z.strictObject({}),
  run: async (_, { who, t }, context) => {
    const command = 'risks'
    const listed = await listWarnings(context, who)
    if (listed.own.length + listed.team.length === 0) return nothingTold(t('ask.noWarnings'), command)
    const own = listed.own.filter(({ warning }) => !isOfTeam(warning))
    const raised = listed.own.filter(({ warning }) => isOfTeam(warning))
    const all = [...Map.groupBy([...listed.team, ...raised], warnedOf)]
    const shown = all.slice(0, MOST_WARNED)
    const more = all.length - shown.length
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
      ...{ facts, notCovered: more > 0 ? [t('ask.moreWarnings', { count: more })] : [], command },
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
  run: async ({ metric: typed }, { who, now, t }, { db }) => {
    const command = 'metrics'
    const counted = await countedMetrics(db, who, now)
    const matching = counted.flatMap(({ teamId, metrics }) => {
      const inUse = [...metrics.values()].filter(({ retiredAt }) => retiredAt === null)
      const [meant] = matchMetrics(foldText(typed), namesOfMetrics(inUse)).metrics
      return meant ? [{ meant, teamId, metrics }] : []
    })
    if (matching.length === 0) return nothingTold(t('ask.noSuchMetric'), command)
    const { meant, teamId, metrics } = matching[0]!
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
    return { facts, notCovered: [], command, subjects: [], teamIds: [teamId] }
  },
})
