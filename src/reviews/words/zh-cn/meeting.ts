// 简体中文: the meeting about a review: agenda, minutes, what was agreed.
import type { meeting as en } from '../en/meeting.ts'

export const meeting: Readonly<Record<keyof typeof en, string>> = {
  'meeting.minutes': '会议纪要',
  'meeting.agreed': '会上约定',
}
