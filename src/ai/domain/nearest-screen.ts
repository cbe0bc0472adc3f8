// Finds the screen that comes nearest to a question in plain words, where no model answers it.
import { simplified } from '../../core/simplified.ts'
import type { AskedSpan } from './asked-span.ts'
import { spanWords } from './asked-span.ts'

/** In this order: the first that fits. Chinese is read in simplified characters. */
const SCREENS: readonly (readonly [RegExp, string])[] = [
  [/\bto-?dos?\b|\bto do\b(?! to\b)|\btasks?\b|\bmy plan\b|待办|任务|计划做|要做什么/u, 'todo'],
  [/\bwarnings?\b|\brisks?\b|预警|警示|风险/u, 'risks'],
  [
    /\b(?:which|what|all|compare|between)\b.*\bteams\b|\bteams\b.*\bcompare|各(?:个)?团队|哪个团队|哪些团队|团队对比/u,
    'teams',
  ],
  [/\bwho\b|\bteam(?:'s|’s)?\b|\beverybody\b|\beveryone\b|谁|团队|组里|大家/u, 'team'],
  [/\bboards?\b|\bleaderboard\b|\brank(?:ing|ed)?\b|\bplace\b|排行|排名|第几|名次/u, 'board'],
  [
    /\btargets?\b|\bgoals?\b|\bquota\b|\bgap\b|\bbehind\b|\bahead\b|\bhow far\b|\bto go\b|\bforecast\b|\bpace\b|目标|还差|差多少|差距|进度|达成|预测/u,
    'me',
  ],
  [
    /\bmy (?:numbers|calls|results)\b|\bhow (?:many|much)\b.*\bi\b|\bam i\b|我.*(?:多少|业绩|数据|数字)|业绩/u,
    'me',
  ],
  [/\bleave\b|\bholiday\b|请假|休假/u, 'leave'],
]

const SPANS: readonly (readonly [RegExp, AskedSpan])[] = [
  [/\byesterday\b|昨天|昨日/u, 'yesterday'],
  [/\btoday\b|今天|今日/u, 'today'],
  [/\blast week\b|上周|上星期|上礼拜/u, 'last-week'],
  [/\bthis week\b|本周|这周|这星期|本星期|这礼拜/u, 'this-week'],
  [/\blast month\b|上个?月/u, 'last-month'],
  [/\bthis month\b|本月|这个?月/u, 'this-month'],
  [/\blast quarter\b|上个?季度?/u, 'last-quarter'],
  [/\bthis quarter\b|本季度?|这个?季度?/u, 'this-quarter'],
  [/\bthis year\b|今年/u, 'this-year'],
]
const WITH_SPAN: ReadonlySet<string> = new Set(['team', 'teams'])

/** What would be typed after `/kpi`. Null: it is about nothing that we know. */
export function nearestScreen(question: string): string | null {
  const text = simplified(question.toLowerCase())
  const command = SCREENS.find(([pattern]) => pattern.test(text))?.[1]
  if (!command) return null
  const span = WITH_SPAN.has(command) ? SPANS.find(([pattern]) => pattern.test(text))?.[1] : undefined
  return span ? `${command} ${spanWords(span)}` : command
}
