// What is known of a member's week before they report, and the sections that it fills in.
import type { MilestoneProgress } from '../../../actions/domain/milestones.ts'
import type { Metric } from '../../../numbers/domain/metrics.ts'
import type { ReportDefinition, ReportSection } from './report-kind.ts'

export interface WonDeal {
  customer: string | null
  /** Null: the team does not count it any more. */
  metric: Metric | null
  amount: number
}

export interface KnownWeek {
  /** Lines that are done, what else was, and items of the member's list. */
  done: readonly string[]
  /** Lines that are still open, and items that are due by the end of the next week. */
  open: readonly string[]
  blockers: readonly string[]
  wins: readonly WonDeal[]
  /** Planned lines that a standup has settled since the report before, or that are ticked off: how many were done. Null: none was. */
  saidDid: { done: number; planned: number } | null
  /** Null: the member has none. */
  milestones: MilestoneProgress | null
}

/** Writes what is known as lines, in the member's language. */
export interface WeekWriter {
  deal(deal: WonDeal): string
  milestones(progress: MilestoneProgress): string
}

export const SECTION_LENGTH = 2000

const linesFor = (
  { prefill }: ReportSection,
  { done, open, blockers, wins, milestones }: KnownWeek,
  write: WeekWriter,
): readonly string[] => {
  if (prefill === 'results')
    return [...wins.map(write.deal), ...done, ...(milestones ? [write.milestones(milestones)] : [])]
  if (prefill === 'plan') return open
  return prefill === 'challenges' ? blockers : []
}

/** By the section's key; each line once. Sections that nothing is known for are missing. */
export function prefilled(
  { sections }: ReportDefinition,
  known: KnownWeek,
  write: WeekWriter,
): Record<string, string> {
  const written = sections.map((section): [string, string] => {
    const lines = [...new Set(linesFor(section, known, write))]
    return [section.key, fitting(lines)]
  })
  return Object.fromEntries(written.filter(([, text]) => text !== ''))
}

/** As many whole lines as fit into a section. */
function fitting(lines: readonly string[]): string {
  let text = ''
  for (const line of lines) {
    const longer = text === '' ? line : `${text}\n${line}`
    if ([...longer].length > SECTION_LENGTH) break
    text = longer
  }
  return text
}

/** Something is known that "As it stands" can file. */
export const isEnough = ({ done, open, blockers, wins }: KnownWeek): boolean =>
  done.length + open.length + blockers.length + wins.length > 0
