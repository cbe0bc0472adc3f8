// Writes short sentences from facts, as a model would: every figure, name and date is the placeholder of a fact.
import type { Conversation, Language, SentFact } from './conversation.ts'

interface Claim {
  text: string
  part: string | null
}

const MOST_CLAIMS = 8
const MOST_FIGURES = 5

/** By the end of a figure's key: what stands before it. */
const BEFORE: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    ...{ target: 'target ', attainment: 'share ', rest: 'still open ', 'days-left': 'time left ' },
    ...{ 'per-day': 'needed ', forecast: 'forecast ' },
  },
  'zh-CN': {
    ...{ target: '目标：', attainment: '完成：', rest: '还需：', 'days-left': '剩余时间：' },
    ...{ 'per-day': '平均：', forecast: '预计：' },
  },
  'zh-TW': {
    ...{ target: '目標：', attainment: '完成：', rest: '還需：', 'days-left': '剩餘時間：' },
    ...{ 'per-day': '平均：', forecast: '預計：' },
  },
}

const SAID = {
  en: { colon: ': ', comma: ', ', end: '.', done: 'Done', open: 'Next', stuck: 'In the way', due: 'due' },
  'zh-CN': { colon: '：', comma: '，', end: '。', done: '已做', open: '接下来', stuck: '卡点', due: '到期' },
  'zh-TW': { colon: '：', comma: '，', end: '。', done: '已做', open: '接下來', stuck: '卡點', due: '到期' },
} as const

/** It says itself what it is: this stands below each of its answers. */
const IS_STAND_IN: Readonly<Record<Language, string>> = {
  en: 'whatever needs a real language model; here the demo’s stand-in goes by keywords',
  'zh-CN': '需要真正的语言模型才能回答的内容；这里由演示用的替身按关键词作答',
  'zh-TW': '需要真正的語言模型才能回答的內容；這裡由展示用的替身按關鍵字作答',
}

export function writeClaims(conversation: Conversation): { claims: Claim[]; notCovered: string[] } {
  const { language, facts } = conversation
  const written = [...figureClaims(conversation), ...nameClaims(conversation), ...quoteClaims(conversation)]
  const claims = written.slice(0, MOST_CLAIMS)
  const empty = [
    {
      text: { en: 'There is nothing to tell.', 'zh-CN': '没有可说的内容。', 'zh-TW': '沒有可說的內容。' }[
        language
      ],
      part: null,
    },
  ]
  return {
    claims: facts.length > 0 && claims.length > 0 ? claims : empty,
    notCovered: [IS_STAND_IN[language]],
  }
}

const hole = ({ key }: Pick<SentFact, 'key'>): string => `{{${key}}}`

/** Of one person or team, one metric and one period, with the metric's name: a sentence of figures, and one of which way it goes. */
function figureClaims({ facts, language, parts, question }: Conversation): Claim[] {
  const all = facts.filter(({ kind, label }) => kind === 'number' && label !== undefined)
  const asked = all.filter(({ label }) => isNamedIn(question, label!))
  const figures = asked.length > 0 ? asked : all
  const groups = Map.groupBy(figures, ({ of, label, when, period }) => [of, label, when ?? period].join('\n'))
  const part = partLike(parts, 'results')
  return [...groups.values()].flatMap((group): Claim[] => {
    const head = headOf(group[0]!, facts, language)
    const way = facts.find(
      ({ kind, about }) => kind === 'direction' && group.some(({ key }) => key === about),
    )
    const shown = group.filter(({ key }) => key !== way?.about || !isGap(key)).slice(0, MOST_FIGURES)
    const gap =
      way && isGap(way.about!)
        ? [`${head}${hole({ key: way.about! })} ${hole(way)}${SAID[language].end}`]
        : []
    const texts = shown.map((fact) => `${BEFORE[language][endOf(fact.key)] ?? ''}${hole(fact)}`)
    const sentence = `${head}${texts.join(SAID[language].comma)}${SAID[language].end}`
    return [sentence, ...gap].map((text) => ({ text, part }))
  })
}

/** '跟进数' in '谁没有跟进？', 'Calls' in 'How many calls …?'. */
const isNamedIn = (question: string, label: string): boolean =>
  question.toLowerCase().includes(label.toLowerCase().replace(/[数量數]$/u, ''))

const endOf = (key: string): string => key.slice(key.lastIndexOf('.') + 1)
const isGap = (key: string): boolean => endOf(key) === 'gap'

/** Whose figure it is, unless the reader's, in which period, and what it is called. */
function headOf(
  { of, label, when, period }: SentFact,
  facts: readonly SentFact[],
  language: Language,
): string {
  const { colon, comma } = SAID[language]
  const named = facts.find(({ kind, key }) => kind === 'name' && key === of)
  const date = facts.find(({ kind, key }) => kind === 'date' && key === (when ?? period))
  const before = [named, date].flatMap((fact) => (fact ? [hole(fact)] : []))
  return `${[...before, label].join(comma)}${colon}`
}

/** Whoever stands in the facts with a name alone, such as who has not answered; and what is only counted. */
function nameClaims({ facts, language, parts }: Conversation): Claim[] {
  if (parts.length > 0) return []
  const { colon, end } = SAID[language]
  const counts = facts.filter(({ kind, label }) => kind === 'number' && label === undefined)
  return counts.flatMap((count): Claim[] => {
    const of = facts.find(({ kind, key }) => kind === 'name' && key === count.of)
    const words = COUNTED[language][endOf(count.key)]
    if (words === undefined) return []
    const named = facts.filter(({ kind, key }) => kind === 'name' && key.startsWith(`${count.key}.`))
    const head = `${of ? `${hole(of)}${colon}` : ''}${words} ${hole(count)}${end}`
    return [head, ...named.map((name) => `${words}${colon}${hole(name)}${end}`)].map((text) => ({
      text,
      part: null,
    }))
  })
}

const COUNTED: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { missing: 'still to answer', away: 'on leave', open: 'open', own: 'about you' },
  'zh-CN': { missing: '尚待提交', away: '休假', open: '待处理', own: '与您有关' },
  'zh-TW': { missing: '尚待提交', away: '休假', open: '待處理', own: '與您有關' },
}

/** Lines that people wrote, each in the part that it belongs to. */
function quoteClaims({ facts, language, parts }: Conversation): Claim[] {
  const { colon, end, done, open, stuck } = SAID[language]
  return facts
    .filter(({ kind }) => kind === 'quote')
    .map((fact) => {
      const [words, part] = /^done/.test(fact.key)
        ? [done, partLike(parts, 'results')]
        : /^blocker/.test(fact.key)
          ? [stuck, partLike(parts, 'challenges')]
          : [open, partLike(parts, 'plan')]
      return { text: `${words}${colon}${hole(fact)}${end}`, part }
    })
}

/** Null: the text has no parts. */
const partLike = (parts: readonly string[], wanted: string): string | null =>
  parts.length === 0 ? null : (parts.find((part) => part === wanted) ?? parts[0]!)
