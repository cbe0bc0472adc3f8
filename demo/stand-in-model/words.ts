// The words of the stand-in model, in each language: what stands between the placeholders of its sentences.
import type { Language } from './conversation.ts'

interface Words {
  colon: string
  comma: string
  end: string
  /** Between two sentences. */
  stop: string
  /** Between whose it is and what is said of it. */
  of: string
  /** '366 of 800 (46%)' */
  reached(actual: string, target: string, share: string): string
  target(target: string): string
  left(rest: string, days: string, perDay: string): string
  /** Against what is due by now. */
  pace(gap: string, way: string, isAhead: boolean): string
  /** On a board. */
  place(rank: string, of: string): string
  done: string
  open: string
  stuck: string
}

export const SAID: Readonly<Record<Language, Words>> = {
  en: {
    ...{ colon: ': ', comma: ', ', end: '.', stop: '. ', of: ', ' },
    reached: (actual, target, share) => `${actual} of ${target}${share && ` (${share})`}`,
    target: (target) => `the target is ${target}`,
    left: (rest, days, perDay) =>
      `Still open: ${rest}${days && `, with ${days} left`}: an average of ${perDay}`,
    pace: (gap, way, isAhead) => `${gap} ${way} ${isAhead ? 'of pace' : 'pace'}`,
    place: (rank, of) => `place ${rank}${of && ` of ${of}`}`,
    ...{ done: 'I finished', open: 'Next', stuck: 'In the way' },
  },
  'zh-CN': {
    ...{ colon: '：', comma: '，', end: '。', stop: '。', of: '，' },
    reached: (actual, target, share) => `${actual}，目标 ${target}${share && `，完成 ${share}`}`,
    target: (target) => `目标 ${target}`,
    left: (rest, days, perDay) => `还差 ${rest}${days && `，剩余 ${days}`}，日均 ${perDay}`,
    pace: (gap, way) => `进度${way} ${gap}`,
    place: (rank, of) => `名次 ${rank}${of && `，参与人数 ${of}`}`,
    ...{ done: '已完成', open: '接下来', stuck: '卡点' },
  },
  'zh-TW': {
    ...{ colon: '：', comma: '，', end: '。', stop: '。', of: '，' },
    reached: (actual, target, share) => `${actual}，目標 ${target}${share && `，完成 ${share}`}`,
    target: (target) => `目標 ${target}`,
    left: (rest, days, perDay) => `還差 ${rest}${days && `，剩餘 ${days}`}，日均 ${perDay}`,
    pace: (gap, way) => `進度${way} ${gap}`,
    place: (rank, of) => `名次 ${rank}${of && `，參與人數 ${of}`}`,
    ...{ done: '已完成', open: '接下來', stuck: '卡點' },
  },
}

/** By the end of a count's key. */
export const COUNTED: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { missing: 'Still to answer', away: 'On leave', open: 'Open', own: 'About you' },
  'zh-CN': { missing: '尚待提交', away: '休假', open: '待处理', own: '与您有关' },
  'zh-TW': { missing: '尚待提交', away: '休假', open: '待處理', own: '與您有關' },
}

/** It says itself what it is: this stands below each of its answers. */
export const IS_STAND_IN: Readonly<Record<Language, string>> = {
  en: 'whatever needs a real language model; here the demo’s stand-in goes by keywords',
  'zh-CN': '需要真正的语言模型才能回答的内容；这里由演示用的替身按关键词作答',
  'zh-TW': '需要真正的語言模型才能回答的內容；這裡由展示用的替身按關鍵字作答',
}
