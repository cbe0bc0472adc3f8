// What people type for the review of a month or a quarter, besides the command's own word, and which of the two it stands for.
import { parseCommand } from '../../slack/command-line.ts'

export const REVIEW_WORDS = [
  ...['monthly report', 'monthly review', 'business review', 'retrospective', 'retro'],
  ...['复盘', '復盤', '复盘会', '復盤會', '月度复盘', '月度復盤', '检讨', '檢討'],
  ...['覆盤', '月报', '月報', '月会', '月會'],
  ...['经营分析', '經營分析', '业绩分析', '業績分析'],
]

/** These stay in the rest of the line. */
export const QUARTER_WORDS = [
  ...['quarterly report', 'quarterly review', 'qbr'],
  ...['季度复盘', '季度復盤', '季报', '季報'],
]

/** Which period is meant where none is named, and the rest of the line without the word that says so. */
export function usualPeriod(rest: string): { usual: 'month' | 'quarter'; typed: string } {
  const parsed = parseCommand(rest, [{ word: QUARTER_WORDS[0]!, names: QUARTER_WORDS }])
  return parsed.ok ? { usual: 'quarter', typed: parsed.rest } : { usual: 'month', typed: rest }
}

/** The same as a line again. */
export const lineOf = ({ usual, typed }: ReturnType<typeof usualPeriod>): string =>
  usual === 'quarter' ? `qbr ${typed}`.trim() : typed
