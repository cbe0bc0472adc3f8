// Chooses by keywords what is looked up for a question; a real model reads the question instead.

export interface Call {
  name: string
  given: Readonly<Record<string, unknown>>
}

type Tool = readonly [
  pattern: RegExp,
  name: string,
  given: (found: RegExpExecArray, question: string) => object,
]

const nothing = () => ({})
const EN_NAME = String.raw`(?!my\b|our\b|the\b|i\b|this\b)([\p{L}][\p{L}'’-]*(?: [\p{Lu}][\p{L}'’-]*)?)`

/** In this order: the first that fits. */
const TOOLS: readonly Tool[] = [
  [
    /who .*(?:answered|reported|missing|filled)|谁.*(?:没|未).*(?:交|填|答|报)|誰.*(?:沒|未).*(?:交|填|答|報)/iu,
    'who_is_missing',
    nothing,
  ],
  [
    /who .*(?:followed up|follow-ups?)|谁.*没.*跟进|誰.*沒.*跟進/iu,
    'team_numbers',
    ({ 0: words }, question) => ({
      ...{ team: null, period: periodIn(question) },
      metric: /\p{Script=Han}/u.test(words) ? (words.startsWith('誰') ? '跟進數' : '跟进数') : 'follow-ups',
    }),
  ],
  [/warnings?|risks?|预警|警示|風險|风险/iu, 'open_warnings', nothing],
  [
    /\bteams\b|哪个团队|各团队|哪個團隊|各團隊/iu,
    'teams_compared',
    (_, question) => ({ period: periodIn(question) }),
  ],
  [
    /\bteam\b|团队|團隊/iu,
    'team_numbers',
    (_, question) => ({ team: null, period: periodIn(question), metric: null }),
  ],
  [/boards?\b|\bplace\b|\brank|排行|排名|第几|第幾|名次/iu, 'board', () => ({ period: 'week' })],
  [/to do\b|to-do|tasks?\b|\bplan|待办|待辦|要做|计划|計畫/iu, 'my_tasks', nothing],
  [
    /what does (.+?) mean|meaning of (.+?)\??$|(.+?)(?:是什么意思|是什麼意思|怎么算|怎麼算)/iu,
    'metric_meaning',
    ([, one, other, chinese]) => ({ metric: (one ?? other ?? chinese ?? '').trim() }),
  ],
  [
    new RegExp(
      String.raw`how (?:is|are|far is|far are) ${EN_NAME}|([\p{Script=Han}]{2,4}?)(?:怎么样|怎麼樣|做得|进度|進度)`,
      'iu',
    ),
    'person_numbers',
    ([, english, chinese]) => ({ person: (english ?? chinese ?? '').trim() }),
  ],
]

const PERIODS: readonly (readonly [RegExp, string])[] = [
  [/yesterday|昨[天日]/iu, 'yesterday'],
  [/today|今[天日]/iu, 'today'],
  [/last week|上周|上週|上星期/iu, 'last-week'],
  [/this week|本周|这周|本週|這週/iu, 'this-week'],
  [/last month|上个?月|上個月/iu, 'last-month'],
  [/this quarter|本季|这个?季|這個?季/iu, 'this-quarter'],
  [/this year|今年/iu, 'this-year'],
]

const periodIn = (question: string): string =>
  PERIODS.find(([pattern]) => pattern.test(question))?.[1] ?? 'this-month'

/** Whatever has no keyword is a question about one's own targets. Nothing that is not offered is called. */
export function chooseTools(question: string, offered: readonly string[]): Call[] {
  for (const [pattern, name, given] of TOOLS) {
    const found = pattern.exec(question)
    if (found && offered.includes(name)) return [{ name, given: { ...given(found, question) } }]
  }
  return offered.includes('my_targets') ? [{ name: 'my_targets', given: {} }] : []
}
