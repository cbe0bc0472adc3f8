// 繁體中文: the meeting about a review: agenda, minutes, what was agreed.
import type { meeting as en } from '../en/meeting.ts'

export const meeting: Readonly<Record<keyof typeof en, string>> = {
  'meeting.minutes': '會議紀錄',
  'meeting.agreed': '會上約定',
}
