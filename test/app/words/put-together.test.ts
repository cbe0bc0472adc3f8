// Lists, and labels with their text, are put together by language: 、 and ： in Chinese.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BOT } from '../../../src/app/features.ts'

const SOURCE = new URL('../../../src', import.meta.url).pathname
/** `join(', ')`, and a template that sets a colon between two values. */
const BY_HAND = /join\('[,;] '\)|\}\*?: \$\{/
const shown = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /(^|\/)slack\//.test(name) && name.endsWith('.ts') && !name.includes('/words/'),
)

test('no message sets a comma or a colon of English between its parts', () => {
  const byHand = shown.filter((name) => BY_HAND.test(readFileSync(join(SOURCE, name), 'utf8')))
  expect(byHand).toEqual([])
})

test.each(['zh-CN', 'zh-TW'] as const)(
  '%s has no half-width colon or comma between Chinese words',
  (locale) => {
    const halfWidth = Object.values(BOT.words[locale]).filter((sentence) =>
      /[\p{Script=Han}}][,:;?!]|[,:;?!]\p{Script=Han}/u.test(
        sentence.replaceAll(/\{\w+, (?:plural|select\w*),.*\}/gu, ''),
      ),
    )
    expect(halfWidth).toEqual([])
  },
)

test('mainland quotes are “ ”, Taiwan’s 「 」', () => {
  expect(Object.values(BOT.words['zh-CN']).filter((sentence) => /[「」『』]/.test(sentence))).toEqual([])
  expect(Object.values(BOT.words['zh-TW']).filter((sentence) => /[“”]/.test(sentence))).toEqual([])
})

/** Words that blame or are jargon (缺勤, 逾期, 卡点 …), and in Taiwan those of the mainland. */
const AVOIDED = {
  'zh-CN': /缺勤|逾期|迟交|不在岗|卡点|赋能|闭环|抓手|考核/,
  'zh-TW': /缺勤|逾期|遲交|卡關|卡點|填報|質量|信息|默認|文件|視頻|軟件|網絡|賬號|領導|數據(?!分析)/,
} as const
test.each(Object.entries(AVOIDED))(
  '%s: no word that blames, no jargon, none of the other side',
  (locale, avoided) => {
    const found = Object.entries(BOT.words[locale as keyof typeof AVOIDED]).filter(([, sentence]) =>
      avoided.test(sentence),
    )
    expect(found).toEqual([])
  },
)
