// What of a model's sentences is shown and what is refused, in three languages: those made of facts, and advice.
import { describe, expect, test } from 'vitest'
import { checkClaims, type TextRefusal } from '../../src/ai/domain/check-text.ts'
import { answerInstructions, instructions } from '../../src/ai/domain/instructions.ts'
import { ADVICE, IS_STAND_IN, LEFT_OUT } from '../../src/ai/domain/own-sentences.ts'
import { LOCALES, type Locale } from '../../src/core/i18n/locale.ts'
import { sheetIn } from './a-sheet.ts'

/** Beside a sentence that passes, so that the text says something. */
function outcome(text: string, locale: Locale, mayAdvise: boolean): TextRefusal | 'ok' {
  const claims = ['{{calls}}', text].map((one) => ({ text: one, part: null }))
  const checked = checkClaims({ claims, notCovered: [] }, sheetIn(locale, { mayAdvise }))
  return checked.ok ? 'ok' : checked.reason
}

const FACTS: Record<Locale, readonly string[]> = {
  en: [
    ...[
      '{{calls}}.',
      '{{calls}}',
      '{{calls}}, {{visits}}.',
      '{{calls}}; {{ben-calls}}.',
      '{{calls}}. {{visits}}.',
    ],
    ...['Here is how things stand: {{team-calls}}.', 'Look first at {{ben-calls}}; and {{calls}}.'],
    ...['On the other hand, {{missing}}.', 'Start with {{plan}} and then go on with {{calls}}.'],
  ],
  'zh-CN': [
    ...[
      '{{calls}}。',
      '{{calls}}',
      '{{calls}}，{{visits}}。',
      '{{calls}}；同时，{{ben-calls}}。',
      '{{calls}}。{{visits}}。',
    ],
    ...['情况如下：{{team-calls}}。', '请先关注 {{ben-calls}}；另外 {{calls}}。', '另一方面，{{missing}}。'],
  ],
  'zh-TW': [
    ...[
      '{{calls}}。',
      '{{calls}}',
      '{{calls}}，{{visits}}。',
      '{{calls}}；同時，{{ben-calls}}。',
      '{{calls}}。{{visits}}。',
    ],
    ...['情況如下：{{team-calls}}。', '請先關注 {{ben-calls}}；另外 {{calls}}。', '另一方面，{{missing}}。'],
  ],
}

/** Beside facts. */
const NOT_BESIDE: Record<Locale, readonly string[]> = {
  en: [
    ...[
      'You have {{calls}}.',
      'You reached {{calls}}.',
      '{{calls}} calls.',
      '{{calls}} only.',
      '{{calls}}!',
      '{{calls}}?',
    ],
    ...[
      'Not {{calls}}.',
      'Nearly {{calls}}.',
      '{{calls}}k.',
      '-{{calls}}.',
      '{{calls}}{{month}}.',
      '{{calls}} {{month}}.',
    ],
    ...[
      '{{calls}} of {{month}}.',
      '{{missing}}, Mia.',
      'Ben, {{calls}}.',
      'Last week: {{calls}}.',
      'Because of {{calls}}.',
    ],
    ...[
      'The customers love the price list: {{calls}}.',
      '{{calls}}, which rose.',
      '{{calls}} as well as.',
      '48, {{calls}}.',
    ],
    ...[
      '{{calls}} (good).',
      '{{calls}}, and Jonas Weber.',
      '{{calls}} – {{visits}}, all of it.',
      '同时 {{calls}}.',
      '“{{calls}}”.',
    ],
    ...['Lookfirst at {{calls}}.', 'andy {{calls}}.'],
  ],
  'zh-CN': [
    ...[
      '您有{{calls}}。',
      '{{calls}}万。',
      '近{{calls}}。',
      '不是{{calls}}。',
      '客户很喜欢新价格，{{calls}}。',
      '{{calls}}！',
    ],
    ...[
      '{{calls}}{{visits}}。',
      '{{missing}}，王伟。',
      '上周，{{calls}}。',
      '{{calls}}，以及。',
      '排名第一的是{{calls}}。',
      '{{calls}}吗？',
    ],
    ...['and {{calls}}。', '同時，{{calls}}。'],
  ],
  'zh-TW': [
    ...[
      '您有{{calls}}。',
      '{{calls}}萬。',
      '近{{calls}}。',
      '客戶很喜歡新價格，{{calls}}。',
      '{{missing}}，王偉。',
      '同时，{{calls}}。',
    ],
  ],
}

/** Alone, where advice may stand. */
const NO_ADVICE: Record<Locale, readonly string[]> = {
  en: [
    'Find out who stole the money.',
    'Look into the fraud.',
    'Ask for help and the customers hate the visits.',
    'Ask what would make the work easier, says Ben.',

    'You have 48 calls.',
    'You have ４８ calls.',
    'You have ٤٨ calls.',
    'You have ② calls and ½ a visit.',
    'You have forty-eight calls.',
    'You have fortyeight calls.',
    'You have one call.',
    'You have one more call.',
    'You have one more deal to close.',
    'Close another two deals.',
    'You are half way there.',
    'You doubled your calls.',
    'Calls are double the visits.',
    'You did it twice.',
    'A dozen customers asked.',
    'A third of the customers asked.',
    'A quarter of the customers asked.',
    'A hundred customers asked.',
    'It is ten percent.',
    'It grew tenfold.',
    'Not a single customer asked.',
    'None of the customers asked.',
    'Nobody in the team called.',
    'Everyone reached out.',
    'Most of the customers asked.',
    'It costs a few thousand euros.',
    'Both deals are open.',
    'You have xii calls.',
    'You have t e n calls.',
    'You called once.',
    'See https://example.com for calls.',
    'See evil.com for calls.',
    '<!channel> look at this.',
    'Ask @ben for help.',
    'Write to ben@north.example please.',
    'He said “never again”.',
    'He said "never again".',
    'Look :tada: here.',
    'One\nmore line.',
    'You have \u202e calls.',
    'You have \uFFFC calls.',
    'Look at ben first.',
    'Talk to Mia about it.',
    'Brandon is waiting for you.',
    'The deal with Brandon is open.',
    'Talk to Acme about the order.',
    'Will asked for help.',
    'Ask mia keller for help.',
    'Look at HARTMANN first.',
    'The customer is in Munich.',
    'Ask McDonald for help.',
    'Your calls rose.',
    'Your work is getting better.',
    'You are ahead of plan.',
    'You are behind.',
    'You reached the target.',
    'You are the best in the team.',
    'Your calls continue to improve.',
    'You have more calls than ever.',
    'Your calls stayed flat.',
    'Your calls went up.',
    'You missed your target.',
    'Call the customer on Monday.',
    'Call the customer tomorrow.',
    'Last week you called.',
    'Next month you call again.',
    'The offer ends in December.',
    'Some days ago you called.',
    'Finish by the end of the week.',
    'Вы молодец.',
    'Du hast diese Woche viel telefoniert und das ist gut.',
    'You have cаlls.',
    ...[
      'The customers love the price list.',
      'Look, the customers are unhappy.',
      'Ask for help because the customers left.',
    ],
    ...[
      'Sometimes it helps to ask why.',
      'Consider that the customers are unhappy.',
      'Talk about it: the customers left.',
    ],
    ...['Planning is what you are good at.', 'Nothing happened.'],
  ],
  'zh-CN': [
    '请注意他在骗客户。',
    '考虑到客户都不满意。',

    '您的通话量为48。',
    '您的通话量为４８。',
    '您打了四十八通电话。',
    '您打了两通电话。',
    '完成了一半。',
    '业绩翻倍。',
    '业绩翻番了。',
    '完成了百分之八。',
    '大约三成客户有意向。',
    '有一千万元的商机。',
    '有千万元的商机。',
    '还差一个客户。',
    '十分钟后联系客户。',
    '您是第三名。',
    '排在第二位。',
    '您打了数十通电话。',
    '双倍努力。',
    '几百位客户。',
    '壹佰元。',
    '林伟的表现值得关注。',
    '请联系晓明。',
    '王伟需要帮助。',
    '请安排刘洋回访客户。',
    '小王需要支持。',
    '请老李帮忙。',
    '张经理会跟进。',
    '王总关心这件事。',
    '欧阳修负责回访。',
    '孙悟空会跟进。',
    '赵小兰负责。',
    '通话情况有所好转。',
    '您已超额完成。',
    '您落后了。',
    '您已完成目标。',
    '您是最好的。',
    '势头很猛。',
    '与之前持平。',
    '请在周五前联系客户。',
    '明天联系客户。',
    '上个月您联系了客户。',
    '请在月底前完成。',
    '本季度请多联系客户。',
    '請聯絡客戶。',
    '请 call 客户。',
    '“很好”。',
    '「很好」。',
    '请看<@U1>。',
    '客户很喜欢新价格。',
    '建议多联系，客户已经流向别家。',
    '谢谢大家的支持。',
    '建议多联系客户因为客户不满意。',
    '先生很满意。',
  ],
  'zh-TW': [
    '您打了四十八通電話。',
    '您打了兩通電話。',
    '完成了一半。',
    '有一千萬元的商機。',
    '業績翻倍。',
    '成長百分之八。',
    '趙小蘭需要協助。',
    '陳曉明需要協助。',
    '請聯絡劉洋。',
    '請小王幫忙。',
    '您落後了。',
    '您是最好的。',
    '通話狀況惡化。',
    '請在週五前聯絡客戶。',
    '請在下個月聯絡客戶。',
    '明天聯絡客戶。',
    '请联络客户。',
    'Call the customer.',
    '客戶很喜歡新價格。',
    '建議多聯絡，客戶已經不滿意。',
    '謝謝大家的支持。',
  ],
}

const tried = (texts: readonly string[], locale: Locale, mayAdvise: boolean) =>
  texts.map((text) => [text, outcome(text, locale, mayAdvise)])
const all = (texts: readonly string[], reason: TextRefusal | 'ok') => texts.map((text) => [text, reason])

describe.each(['en', 'zh-CN', 'zh-TW'] as const)('%s', (locale) => {
  test('facts, joined by what says nothing, are shown', () => {
    expect(tried(FACTS[locale], locale, false)).toEqual(all(FACTS[locale], 'ok'))
  })

  test('our advice is shown where it is wanted, and nowhere else', () => {
    expect(tried(ADVICE[locale], locale, true)).toEqual(all(ADVICE[locale], 'ok'))
    expect(tried(ADVICE[locale], locale, false)).toEqual(all(ADVICE[locale], 'no-source'))
  })

  test('no word of a model’s own stands beside a fact', () => {
    expect(tried(NOT_BESIDE[locale], locale, true)).toEqual(all(NOT_BESIDE[locale], 'own-words'))
  })

  test('what is neither facts nor advice is refused', () => {
    expect(tried(NO_ADVICE[locale], locale, true)).toEqual(all(NO_ADVICE[locale], 'no-source'))
  })

  test('advice is a claim of its own, and stands after all facts wherever a model puts it', () => {
    const [advice] = ADVICE[locale]
    const fact = `{{calls}}${advice!.at(-1)}`
    const space = locale === 'en' ? ' ' : ''
    for (const text of [advice + space + fact, fact + space + advice])
      expect(outcome(text, locale, true)).toBe('advice-beside-facts')
    const claims = [advice!, fact, advice!].map((text) => ({ text, part: null }))
    const checked = checkClaims({ claims, notCovered: [] }, sheetIn(locale, { mayAdvise: true }))
    expect(checked.ok && checked.claims.map(({ text }) => text === advice)).toEqual([false, true, true])
  })

  test('a sentence that says nothing, or too much, is refused', () => {
    expect(outcome(' ', locale, true)).toBe('says-nothing')
    expect(outcome(`${ADVICE[locale][0]!.repeat(60)}`, locale, true)).toBe('too-long')
  })
})

test('an unknown placeholder is refused, and a text without a fact', () => {
  for (const text of ['{{orders}}.', '{{constructor}}.', '{{calls}}, {{__proto__}}.'])
    expect(outcome(text, 'en', false)).not.toBe('ok')
  const advice = { claims: [{ text: ADVICE.en[0]!, part: null }], notCovered: [] }
  expect(checkClaims(advice, sheetIn('en', { mayAdvise: true }))).toMatchObject({
    reason: 'says-nothing',
  })
})

test.each(LOCALES)('%s: of what it does not cover our own phrases are shown, and nothing else', (locale) => {
  const [known, other] = LEFT_OUT[locale]
  const notCovered = [`${other}.`, known!, 'Ben lies.', 'No warning is open.', '客户都不满意']
  const claims = [{ text: '{{calls}}', part: null }]
  const checked = checkClaims({ claims, notCovered }, sheetIn(locale))
  expect(checked).toMatchObject({ ok: true, notCovered: [known, other] })
})

test.each(LOCALES)(
  '%s: that it is the demo’s stand-in only the stand-in says, and nothing else is told it',
  (locale) => {
    const said = { claims: [{ text: '{{calls}}', part: null }], notCovered: [IS_STAND_IN[locale]] }
    expect(checkClaims(said, sheetIn(locale))).toMatchObject({ ok: true, notCovered: [] })
    expect(checkClaims(said, sheetIn(locale), true)).toMatchObject({ notCovered: [IS_STAND_IN[locale]] })
    const wanted = { locale, parts: [], mayAdvise: true }
    for (const system of [answerInstructions(locale), instructions('', wanted)])
      expect(system).not.toContain(IS_STAND_IN[locale])
    for (const system of [answerInstructions(locale, true), instructions('', { ...wanted, byStandIn: true })])
      expect(system).toContain(IS_STAND_IN[locale])
  },
)
