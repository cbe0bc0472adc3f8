// What of a model's sentences is shown and what is refused, in three languages.
import { describe, expect, test } from 'vitest'
import { checkClaims, type TextRefusal } from '../../src/ai/domain/check-text.ts'
import type { Locale } from '../../src/core/i18n/locale.ts'
import { sheetIn, VOCABULARY } from './a-sheet.ts'

const GROUND: Record<Locale, string> = {
  en: 'You have {{calls}} calls.',
  'zh-CN': '您的通话量为 {{calls}}。',
  'zh-TW': '您的通話數為 {{calls}}。',
}

/** Beside a sentence that passes, so that the text says something. */
function outcome(text: string, locale: Locale): TextRefusal | 'ok' {
  const claims = [
    { text: GROUND[locale], part: null },
    { text, part: null },
  ]
  const checked = checkClaims({ claims, notCovered: [] }, sheetIn(locale), VOCABULARY)
  return checked.ok ? 'ok' : checked.reason
}

const PASS: Record<Locale, readonly string[]> = {
  en: [
    'You have {{calls}} calls {{week}}.',
    '{{week}} you have {{calls}} calls, {{calls-way}}.',
    'Your calls rose: {{calls}} calls, {{calls-way}}.',
    '{{mia}} has {{calls}} calls.',
    'Look first at {{mia}} and {{ben}}.',
    '{{ben}} has {{ben-calls}} calls {{week}}.',
    '{{team}} has {{team-calls}} calls.',
    'Your plan says {{plan}}.',
    'Take one more look at the open deals before you call.',
    'Start at once, and go through the list one by one.',
    'Agree on a one-on-one with your manager.',
    'Once you have the answer, write it down.',
    'Plan your visits with the customers who asked for an offer.',
    'The first step is to call the customers again.',
    'To reach the target, follow up on the open offers.',
    'Ask how to improve the share of visits that lead to an order.',
    "Don't forget to note what the customer said.",
    "I've asked the customer for an answer.",
    'The KPI to watch is calls.',
    'Use the CRM for notes, and the KPI board for numbers.',
    'Sum up what was said, and follow up by phone.',
    'Sometimes it helps to ask why.',
  ],
  'zh-CN': [
    '{{week}}您的通话量为 {{calls}}。',
    '您的通话量上升了：{{calls}}，{{calls-way}}。',
    '{{ben}}的通话量为 {{ben-calls}}。',
    '重点关注{{mia}}和{{ben}}。',
    '建议和客户一起梳理下一步计划。',
    '第一步是回访已报价的客户。',
    '第一时间联系客户，千万不要等。',
    '万一客户没有回复，请再打电话。',
    '请逐一跟进未成交的客户，进一步了解需求。',
    '为了提高转化率，建议先了解客户的顾虑。',
    '方向明确，程度适中，高效完成。',
    '一方面要多联系客户，另一方面要及时记录。',
    '许多客户十分关注交付周期。',
    '谢谢大家的支持，请继续保持联系。',
    '统一安排回访，一定要记录客户的反馈。',
    '董事会关心的范围请写清楚。',
    '把精力放在更有把握的客户上。',
    '和客户的沟通要及时，时间要安排好。',
  ],
  'zh-TW': [
    '{{week}}您的通話數為 {{calls}}。',
    '您的通話數上升了：{{calls}}，{{calls-way}}。',
    '建議和客戶一起梳理下一步計畫。',
    '第一步是回訪已報價的客戶。',
    '萬一客戶沒有回覆，請再打電話。',
    '千萬不要等，請第一時間聯絡客戶。',
    '請逐一跟進尚未成交的客戶，進一步了解需求。',
    '許多客戶十分關注交期。',
  ],
}

const REFUSED: Record<Locale, Partial<Record<TextRefusal, readonly string[]>>> = {
  en: {
    figure: [
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
    ],
    unit: [
      'You have {{calls}}k calls.',
      'You have {{calls}} k calls.',
      'You have {{calls}}th place in calls.',
      'You have {{calls}} days of calls.',
      'You have {{calls}} calls, {{calls}} a day.',
      'You have nearly {{calls}} calls.',
      'You have more than {{calls}} calls.',
      'You have over {{calls}} calls.',
      'You have -{{calls}} calls.',
      'You have x{{calls}} calls.',
      'You have {{calls}}{{calls-month}} calls.',
      'You have {{calls}}.{{calls-month}} calls.',
      'You have at least {{calls}} calls.',
      'You have {{calls}} points in calls.',
    ],
    sign: [
      'You have {{calls}}% calls.',
      'You have €{{calls}} in calls.',
      '*You* have {{calls}} calls.',
      'You have {{calls}} calls 📈.',
      'You have {{calls}} calls ↑.',
      'See https://example.com for calls.',
      'See evil.com for calls.',
      '<!channel> look at this.',
      'Ask @ben for help.',
      'Write to ben@north.example please.',
      'He said “never again”.',
      'He said "never again".',
      'Look :tada: here.',
      'You have {{ calls calls.',
      'One\nmore line.',
      'You have \u202e calls.',
      'You have \uFFFC calls.',
    ],
    name: [
      'Ben has {{ben-calls}} calls.',
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
    ],
    'unknown-placeholder': ['You have {{orders}} orders.', 'You have {{constructor}} calls.'],
    'other-subject': [
      '{{mia}} has {{ben-calls}} calls.',
      '{{ben}} has {{calls}} calls.',
      'You have {{ben-calls}} calls.',
      '{{mia}} and {{ben}} have {{calls}} calls.',
      '{{ben}} says {{plan}}.',
      '{{team}} has {{calls}} calls.',
      '{{ben}} is on my list with {{ben-calls}} calls.',
    ],
    'other-label': [
      'You have {{calls}} visits.',
      'You have {{calls}}.',
      'You have {{calls}} calls for the visits.',
      'You have {{visits}} calls.',
    ],
    'other-period': ['{{month}} you have {{calls}} calls.', '{{week}} you have {{calls-month}} calls.'],
    trend: [
      'Your calls are rising: {{calls}} calls.',
      'Your calls fell: {{calls}} calls, {{calls-way}}.',
      'Your calls rose.',
      'Your work is getting better.',
      'You are ahead of plan.',
      'You are behind.',
      'You reached the target.',
      'You are on track with {{calls}} calls.',
      'You are the best in the team.',
      'You are at the top with {{calls}} calls.',
      'Your calls did not rise: {{calls}} calls, {{calls-way}}.',
      'Your calls continue to improve.',
      'You have more calls than ever.',
      'Your calls stayed flat.',
      'Your calls went up.',
      'Your calls went {{calls-way}}.',
      'You missed your target.',
      'A strong result with {{calls}} calls.',
    ],
    denied: ['You do not have {{calls}} calls.', "You didn't make {{calls}} calls."],
    date: [
      'Call the customer on Monday.',
      'Call the customer tomorrow.',
      'Last week you called.',
      'Next month you call again.',
      'The offer ends in December.',
      'You have {{calls}} calls for the month.',
      'You have {{calls}} calls in the weekly list.',
      'Some days ago you called.',
      'Finish by the end of the week.',
    ],
    language: [
      '您的通话量为 {{calls}}。',
      'Вы молодец.',
      'Du hast diese Woche viel telefoniert und das ist gut.',
      'You have cаlls.',
    ],
    'too-long': [`Call ${'again and '.repeat(60)}again.`],
    'says-nothing': [' '],
  },
  'zh-CN': {
    figure: [
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
    ],
    unit: [
      '您的通话量为 {{calls}}万。',
      '您的通话量为 {{calls}} 千。',
      '您的通话量为 {{calls}}个百分点。',
      '您的通话量超过 {{calls}}。',
      '您的通话量近 {{calls}}。',
      '您的通话量不到 {{calls}}。',
      '您的通话量为 {{calls}}多。',
      '您的通话量为 {{calls}}左右。',
      '您的通话量为 {{calls}}个。',
      '您的通话量每 {{calls}}。',
    ],
    name: [
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
    ],
    'other-subject': ['{{ben}}的通话量为 {{calls}}。', '您的通话量为 {{ben-calls}}。'],
    'other-label': ['您的拜访量为 {{calls}}。', '您完成了 {{calls}}。'],
    'other-period': ['{{month}}您的通话量为 {{calls}}。'],
    trend: [
      '您的通话量上升了：{{calls}}。',
      '您的通话量下降了：{{calls}}，{{calls-way}}。',
      '通话情况有所好转。',
      '您已超额完成。',
      '您落后了。',
      '您已完成目标。',
      '您是最好的。',
      '势头很猛。',
      '与之前持平。',
      '您的通话量没有上升：{{calls}}，{{calls-way}}。',
    ],
    date: [
      '请在周五前联系客户。',
      '明天联系客户。',
      '上个月您联系了客户。',
      '请在月底前完成。',
      '本季度请多联系客户。',
    ],
    language: ['You have {{calls}} calls.', '請聯絡客戶。', '请 call 客户。'],
    sign: ['您的通话量为 {{calls}}％。', '“很好”。', '「很好」。', '请看<@U1>。'],
  },
  'zh-TW': {
    figure: [
      '您打了四十八通電話。',
      '您打了兩通電話。',
      '完成了一半。',
      '有一千萬元的商機。',
      '業績翻倍。',
      '成長百分之八。',
    ],
    unit: ['您的通話數為 {{calls}}萬。', '您的通話數超過 {{calls}}。', '您的通話數為 {{calls}}個百分點。'],
    name: ['趙小蘭需要協助。', '陳曉明需要協助。', '請聯絡劉洋。', '請小王幫忙。'],
    trend: ['您的通話數下降了：{{calls}}。', '您落後了。', '您是最好的。', '通話狀況惡化。'],
    date: ['請在週五前聯絡客戶。', '請在下個月聯絡客戶。', '明天聯絡客戶。'],
    language: ['请联络客户。', 'Call the customer.'],
  },
}

describe.each(['en', 'zh-CN', 'zh-TW'] as const)('%s', (locale) => {
  test('what says only what the facts say is shown, idioms with numerals among it', () => {
    expect(PASS[locale].map((text) => [text, outcome(text, locale)])).toEqual(
      PASS[locale].map((text) => [text, 'ok']),
    )
  })

  const refusals = Object.entries(REFUSED[locale])
  test.each(refusals)('refused: %s', (reason, texts) => {
    expect(texts.map((text) => [text, outcome(text, locale)])).toEqual(texts.map((text) => [text, reason]))
  })
})

test('a metric whose name says something is named beside its figure alone', () => {
  const sheet = sheetIn('en')
  const label = 'Ben has 997 calls'
  const own = { ...sheet.facts[0]!, key: 'own', label }
  const name = { ...own, key: 'label.own', kind: 'name' as const, subject: null, text: label }
  const { label: _, when: __, ...named } = name
  const facts = [...sheet.facts, own, named]
  const told = (...texts: string[]) => {
    const claims = [GROUND.en, ...texts].map((text) => ({ text, part: null }))
    const checked = checkClaims({ claims, notCovered: [] }, { ...sheet, facts }, VOCABULARY)
    return checked.ok ? 'ok' : checked.reason
  }
  expect(told('{{label.own}}: {{own}}.')).toBe('ok')
  expect(told('{{label.own}}.')).toBe('other-label')
  expect(told('Ben has 997 calls.')).toBe('other-label')
  expect(told('Look at your calls first.')).toBe('ok')
})
