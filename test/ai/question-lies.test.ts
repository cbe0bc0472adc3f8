// Lies about everything that the set of questions returns: none passes the check, and what passes says its facts alone.
import { beforeAll, expect, test } from 'vitest'
import { readConversation } from '../../demo/stand-in-model/conversation.ts'
import { writeClaims } from '../../demo/stand-in-model/write-claims.ts'
import { checkClaims } from '../../src/ai/domain/check-text.ts'
import type { Fact, FactSheet, Vocabulary } from '../../src/ai/domain/fact.ts'
import { answerInstructions } from '../../src/ai/domain/instructions.ts'
import { dataText, jsonText } from '../../src/ai/domain/model-messages.ts'
import { toldToModel, withPrefix } from '../../src/ai/domain/tool-answer.ts'
import { ASK_TOOLS } from '../../src/ai/slack/tools/tools.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES, type Locale } from '../../src/core/i18n/locale.ts'
import { usesDatabase } from '../support/database.ts'
import { buildCompany } from './questions/company.ts'
import { ASKERS, HOME } from './questions/people.ts'
import { QUESTIONS, type Question } from './questions/set.ts'

interface Answered {
  sheet: FactSheet
  vocabulary: Vocabulary
  /** What an honest model says. */
  honest: readonly string[]
}

const database = usesDatabase()
const answered: Answered[] = []
beforeAll(async () => {
  const context = await buildCompany(database.db)
  const names = [...context.people.values()].flatMap(({ workspaceId, name }) =>
    workspaceId === HOME ? [name] : [],
  )
  const answerOf = async ({ as, locale, calls: [call] }: Question): Promise<Answered | null> => {
    const who = { ...context.people.get(`${HOME} ${ASKERS[as]}`)!, locale }
    const tool = ASK_TOOLS.find(({ name }) => name === call?.name)
    const asker = { who, now: context.clock.now(), t: BOT.translator(locale) }
    const read = await tool?.run(call!.arguments, asker, context)
    if (!read || read.facts.length === 0) return null
    const told = withPrefix(read, 't1')
    const labels = [...new Set(told.facts.flatMap(({ label }) => label ?? []))]
    const messages = [
      { role: 'system', content: answerInstructions(locale) },
      { role: 'user', content: dataText({ question: '' }) },
      { role: 'tool', content: jsonText(toldToModel(told, who.userId)) },
    ]
    const sheet = { locale, reader: who.userId, about: told.about, facts: told.facts, notCovered: [] }
    const honest = writeClaims(readConversation(messages)).claims.map(({ text }) => text)
    return { sheet, vocabulary: { names, labels }, honest }
  }
  for (const question of QUESTIONS) {
    const one = question.attack === undefined ? await answerOf(question) : null
    if (one) answered.push(one)
  }
})

const passes = (text: string, { sheet, vocabulary }: Answered) =>
  checkClaims({ claims: [{ text, part: null }], notCovered: [] }, sheet, vocabulary)

const WORDS: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    ...[
      '853',
      '８５３',
      '٨٥٣',
      '⑧',
      'XII',
      'twelve',
      'half',
      'a dozen',
      'double',
      'nobody',
      '30%',
      '€5',
      '5k',
    ],
    ...[
      'Zorbas',
      'zorbas',
      'Zοrbas',
      'Brandon',
      'Quillon Marsh',
      'rising',
      'falling fast',
      'the best',
      'improved',
    ],
    ...[
      'last month',
      'on Monday',
      'yesterday',
      'in April',
      '{{t1.never}}',
      '{{t9.calls.0.actual}}',
      '{calls}',
      '<!channel>',
    ],
    ...['*bold*', '表现', 'not', 'www.example.com'],
  ],
  'zh-CN': [
    ...[
      '853',
      '８５３',
      '٨٥٣',
      '⑧',
      '十二',
      '一半',
      '翻倍',
      '百分之三',
      '三成',
      '两个',
      '5万',
      '￥5',
      '第一名',
    ],
    ...['司徒', '凤鸣', '王伟', '小张', '欧阳', '上升', '下滑', '最好', '环比', '落后于大家', '超额完成目标'],
    ...[
      '上个月',
      '周一',
      '昨天',
      '每天',
      '{{t1.never}}',
      '{{t9.calls.0.actual}}',
      '<!channel>',
      '*粗*',
      'rising',
      '標準',
    ],
  ],
  'zh-TW': [
    ...[
      '853',
      '８５３',
      '٨٥٣',
      '⑧',
      '十二',
      '一半',
      '翻倍',
      '百分之三',
      '三成',
      '兩個',
      '5萬',
      '＄5',
      '第一名',
    ],
    ...['司徒', '鳳鳴', '陳曉明', '小張', '歐陽', '上升', '下滑', '最好', '環比', '超額完成目標'],
    ...[
      '上個月',
      '週一',
      '昨天',
      '每天',
      '{{t1.never}}',
      '{{t9.calls.0.actual}}',
      '<!channel>',
      '*粗*',
      'rising',
      '标准',
    ],
  ],
}

/** What changes a figure that stands before or behind it. */
const AROUND: Readonly<Record<Locale, readonly (readonly [string, string])[]>> = {
  en: [
    ['nearly ', ''],
    ['more than ', ''],
    ['', 'k'],
    ['', '%'],
    ['', ' percent'],
    ['', ' million'],
    ['', ' hours'],
    ['-', ''],
    ['', ' a day'],
  ],
  'zh-CN': [
    ['近', ''],
    ['超过', ''],
    ['不到', ''],
    ['', '万'],
    ['', '千'],
    ['', '%'],
    ['百分之', ''],
    ['', '元'],
    ['', '倍'],
    ['', '天'],
    ['', '以上'],
  ],
  'zh-TW': [
    ['近', ''],
    ['超過', ''],
    ['不到', ''],
    ['', '萬'],
    ['', '千'],
    ['', '%'],
    ['百分之', ''],
    ['', '元'],
    ['', '倍'],
    ['', '天'],
    ['', '以上'],
  ],
}

const hole = ({ key }: Pick<Fact, 'key'>) => `{{${key}}}`

/** Each breaks one thing of a true sentence. */
function* liesAbout(text: string, { sheet }: Answered): Generator<string> {
  const { facts, locale } = sheet
  const used = facts.filter((fact) => text.includes(hole(fact)))
  const figures = used.filter(({ kind }) => kind === 'number')
  const space = locale === 'en' ? ' ' : ''
  for (const word of WORDS[locale]) {
    // Of a line that somebody wrote it says nothing that could be wrong.
    if (figures.length === 0 && ['not', '每天'].includes(word)) continue
    yield `${text.slice(0, -1)}${space}${word}${text.slice(-1)}`
    yield `${word}${space}${text}`
  }
  for (const figure of figures) {
    if (/\d/u.test(figure.text)) yield text.replace(hole(figure), figure.text)
    yield text.replace(hole(figure), hole({ key: `${figure.key}9` }))
    for (const [before, behind] of AROUND[locale])
      yield text.replace(hole(figure), before + hole(figure) + behind)
    // Somebody else's, or another metric's, figure in its place.
    const others = facts.filter(
      ({ kind, subject, label }) =>
        kind === 'number' && (subject !== figure.subject || (label !== undefined && label !== figure.label)),
    )
    if (figures.length === 1) for (const other of others) yield text.replace(hole(figure), hole(other))
  }
  if (figures.length === 0) return
  for (const name of used.filter(({ kind, subject }) => kind === 'name' && subject !== null))
    for (const other of facts.filter(
      ({ kind, subject }) => kind === 'name' && subject !== null && subject !== name.subject,
    ))
      yield text.replace(hole(name), hole(other))
  for (const date of used.filter(({ kind }) => kind === 'date'))
    for (const other of facts.filter(({ kind, key }) => kind === 'date' && key !== date.key))
      yield text.replace(hole(date), hole(other))
}

test.each(LOCALES)('%s: what an honest model says of every answer passes', (locale) => {
  const own = answered.filter(({ sheet }) => sheet.locale === locale)
  expect(own.length).toBeGreaterThan(8)
  const refused = own.flatMap((one) => one.honest.filter((text) => !passes(text, one).ok))
  expect(refused).toEqual([])
})

test.each(LOCALES)('%s: a thousand lies and more, and none passes', (locale) => {
  const passed = new Set<string>()
  let tried = 0
  for (const one of answered.filter(({ sheet }) => sheet.locale === locale))
    for (const text of one.honest)
      for (const lie of liesAbout(text, one)) {
        tried += 1
        if (passes(lie, one).ok) passed.add(lie)
      }
  console.info(`${locale}: ${tried} lies`)
  expect(tried).toBeGreaterThan(1000)
  expect([...passed]).toEqual([])
})
