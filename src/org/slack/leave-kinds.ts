// The words by which a kind of leave is typed.
import { foldText } from '../../core/text.ts'
import type { LeaveKind } from '../domain/leave-kind.ts'

/** In every language, whatever the person's own: a word that is typed is a word that is meant. */
const TYPED: Readonly<Record<LeaveKind, readonly string[]>> = {
  annual: ['annual leave', 'annual', 'vacation', '年假', '年休假', '年休', '特休假', '特休', '公休'],
  personal: ['personal leave', 'personal', '事假'],
  sick: ['sick leave', 'sick', 'ill', '病假', '生病'],
  other: ['other', '其他', '其它'],
  travel: ['business trip', 'travelling', 'traveling', 'travel', 'trip', '出差'],
  field: ['field work', 'fieldwork', 'in the field', 'field', '外勤', '跑客户', '跑客戶'],
}
const WORDS = Object.entries(TYPED)
  .flatMap(([kind, words]) => words.map((word) => ({ kind: kind as LeaveKind, word: foldText(word) })))
  .sort((one, other) => other.word.length - one.word.length)

const HAN = /[\p{Script=Han}]/u

/** Takes the kind off the begin or the end of a typed line: 'tomorrow sick', '病假 明天', '11/20出差'. `kind` null: none is named. */
export function splitLeaveKind(line: string): { kind: LeaveKind | null; rest: string } {
  const text = foldText(line).trim()
  for (const { kind, word } of WORDS) {
    const alone = HAN.test(word)
    if (text.startsWith(word) && (alone || endsWord(text.slice(word.length))))
      return { kind, rest: text.slice(word.length).trim() }
    if (text.endsWith(word) && (alone || text.at(-word.length - 1) === ' '))
      return { kind, rest: text.slice(0, -word.length).trim() }
  }
  return { kind: null, rest: text }
}

const endsWord = (after: string): boolean => after === '' || after.startsWith(' ')
