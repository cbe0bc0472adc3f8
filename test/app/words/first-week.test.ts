// Sentences that were found rough in a week of use, as they are said since: a later edit shall not bring the old ones back.
import { expect, test } from 'vitest'
import { BOT } from '../../../src/app/features.ts'
import { LOCALES } from '../../../src/core/i18n/locale.ts'
import type { MessageKey } from '../../../src/core/i18n/translate.ts'

const inEach = (key: MessageKey) => LOCALES.map((locale) => BOT.words[locale][key])

test.each<[string, MessageKey, string[]]>([
  [
    'leave that is too far back',
    'leave.tooFarBack',
    [
      'Leave can be recorded for the last 31 days at most.',
      '只能补登最近 31 天内的请假。',
      '只能補登最近 31 天內的請假。',
    ],
  ],
  [
    'the button beside the dialog’s own cancel',
    'leave.cancel',
    ['Cancel it', '撤销这次请假', '撤銷這次請假'],
  ],
  ['a day that goes back to the usual', 'team.dayNormal', ['Back to normal', '恢复平时安排', '恢復平常安排']],
  ['a late answer', 'standup.fileLate', ['Submit late', '补交', '補交']],
  ['who is away', 'standup.away', ['Away', '休假', '休假']],
  ['logging numbers', 'log.title', ['Log numbers', '填报数据', '回報數字']],
  ['taking an entry back', 'log.undo', ['Undo', '撤销', '收回']],
  ['when the standup is sent', 'setup.prompt', ['Prompt at', '发送时间', '傳送時間']],
  ['a return on campaigns', 'metric.roi', ['Return on campaign cost', '活动 ROI', '活動投報率']],
])('%s', (_, key, said) => expect(inEach(key)).toEqual(said))

test('what cannot be changed later is said where it is chosen', () => {
  expect(inEach('setup.intro').map((sentence) => /currency|币种|幣別/.test(sentence))).toEqual([
    true,
    true,
    true,
  ])
})

test('no sentence promises what a company decides about leave', () => {
  const promises = /count against|任何考核|任何影响|任何影響/
  for (const locale of LOCALES)
    expect(Object.entries(BOT.words[locale]).filter(([, sentence]) => promises.test(sentence))).toEqual([])
})
