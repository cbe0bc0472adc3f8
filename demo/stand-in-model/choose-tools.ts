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
const ofTeam = (_: RegExpExecArray, question: string) => ({
  ...{ team: null, period: periodIn(question), metric: null },
})
/** In small letters, too; a second name only in capital ones, as 'doing' is none. */
const EN_NAME = String.raw`((?!(?:[Mm]y|[Oo]ur|[Tt]he|[Ii]|[Tt]his|[Ii]t|[Tt]hings|[Ee]very\w+)\b)\p{L}(?:[\p{L}-]|['’](?!s\b))*(?: \p{Lu}[\p{L}'’-]*)?)`
const SINCE =
  '这个?月|這個?月|本[月周週季]|这周|這週|上个?月|上個月|上[周週]|今[天年]|昨天|最近|目前|现在|現在'
const DONE = '怎么样|怎麼樣|如何|做得|表现|表現|进度|進度|业绩|業績'
const CN_NAME = String.raw`(?<!\p{Script=Han})(?!我|咱|你|您|大家|各|哪)(\p{Script=Han}{2,4}?|\p{Script=Latin}[\p{Script=Latin} ]*?)`
const ABOUT_PERSON = new RegExp(
  [
    `[Hh]ow (?:is|are|far is|far are) ${EN_NAME}`,
    String.raw`[Ww]hat (?:is|are|was|were) ${EN_NAME}['’]s\b`,
    String.raw`[Hh]ow (?:many|much) .*\b(?:did|has) ${EN_NAME}`,
    String.raw`${CN_NAME}\s*(?:的|${SINCE})*(?:${DONE})`,
  ].join('|'),
  'u',
)

/** In this order: the first that fits. */
const TOOLS: readonly Tool[] = [
  [
    /who .*(?:answered|reported|missing|filled|on leave|away)|谁.*(?:(?:没|未).*(?:交|填|答|报)|休假|请假)|誰.*(?:(?:沒|未).*(?:交|填|答|報)|休假|請假)/iu,
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
  [/\bteam\b|团队|團隊/iu, 'team_numbers', ofTeam],
  [/boards?\b|\bplace\b|\brank|排行|排名|第几|第幾|名次/iu, 'board', () => ({ period: 'week' })],
  [/to do\b|to-do|tasks?\b|\bplan|待办|待辦|要做|计划|計畫/iu, 'my_tasks', nothing],
  [
    /what does (.+?) mean|meaning of (.+?)\??$|(.+?)(?:是什么意思|是什麼意思|怎么算|怎麼算)/iu,
    'metric_meaning',
    ([, one, other, chinese]) => ({ metric: (one ?? other ?? chinese ?? '').trim() }),
  ],
  [/\bwho\b|\bwe\b|\bour\b|谁|誰|我们|我們|咱们|咱們/iu, 'team_numbers', ofTeam],
  [
    /how (?:many|much) .*\b(?:did|have) i\b|我.*了.*(?:多少|几|幾)/iu,
    'my_numbers',
    (_, question) => ({ period: periodIn(question) }),
  ],
  [ABOUT_PERSON, 'person_numbers', ([, ...names]) => ({ person: names.find((one) => one)?.trim() ?? '' })],
]

const PERIODS: readonly (readonly [RegExp, string])[] = [
  [/yesterday|昨[天日]/iu, 'yesterday'],
  [/today|今[天日]/iu, 'today'],
  [/last week|上周|上週|上星期/iu, 'last-week'],
  [/this week|本周|这周|本週|這週/iu, 'this-week'],
  [/last month|上个?月|上個月/iu, 'last-month'],
  [/last quarter|上个?季|上個季/iu, 'last-quarter'],
  [/this quarter|本季|这个?季|這個?季/iu, 'this-quarter'],
  [/last year|去年/iu, 'last-year'],
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
