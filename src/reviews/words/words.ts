// Every sentence of this room, in each language; the compiler holds the others to the keys of the English ones.
import type { Words } from '../../core/i18n/translate.ts'
import { measure } from './en/measure.ts'
import { meeting } from './en/meeting.ts'
import { review } from './en/review.ts'
import { measure as measureZhCn } from './zh-cn/measure.ts'
import { meeting as meetingZhCn } from './zh-cn/meeting.ts'
import { review as reviewZhCn } from './zh-cn/review.ts'
import { measure as measureZhTw } from './zh-tw/measure.ts'
import { meeting as meetingZhTw } from './zh-tw/meeting.ts'
import { review as reviewZhTw } from './zh-tw/review.ts'

const en = { ...review, ...measure, ...meeting }
const zhCn = { ...reviewZhCn, ...measureZhCn, ...meetingZhCn }
const zhTw = { ...reviewZhTw, ...measureZhTw, ...meetingZhTw }
export const words: Words<keyof typeof en> = { en, 'zh-CN': zhCn, 'zh-TW': zhTw }

declare module '../../core/i18n/translate.ts' {
  interface Sentences extends Record<keyof typeof en, string> {}
}
