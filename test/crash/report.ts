// Prints a summary of a crash test, and the timeline around each violated invariant.
import type { ApiCall } from '../../sandbox/api/call-log.ts'
import type { Evidence, Violation } from './evidence.ts'
import type { Strikes } from './kills.ts'
import { type Moment, momentsAround } from './timeline.ts'

export interface RoundResult {
  replicas: number
  kills: Strikes
  freezes: Strikes
  faults: number
  seconds: number
  evidence: Evidence
  violations: readonly Violation[]
  moments: readonly Moment[]
}

export function countsOf({ replicas, kills, freezes, faults, seconds, evidence }: RoundResult): string {
  const { journal, due, said, days, entries } = evidence
  const dueIn = (state: string) => due.filter((item) => item.state === state).length
  const acknowledged = journal.answers.filter((attempt) => attempt.acknowledged).length
  const reports = journal.reports.filter((attempt) => attempt.acknowledged).length
  const lines = journal.lines.filter((line) => line.acknowledged).length
  return [
    `${replicas} replica${replicas > 1 ? 's' : ''}: ${kills.count} kills, ${freezes.count} times one frozen, ${faults} faults, ${days.length} mornings, ${seconds.toFixed(0)} s`,
    `  ${journal.answers.length} submits, ${acknowledged} acknowledged; ${journal.lines.length} lines, ${lines} acknowledged; ${entries.length} ledger entries`,
    `  ${said.length} messages; due: ${dueIn('done')} done, ${dueIn('skipped')} skipped, ${dueIn('missed_too_late')} too late; ${journal.addedTo.length} invitations owed`,
    `  ${journal.reports.length} weekly reports submitted, ${reports} acknowledged`,
    `  ${evidence.warnings.length} warnings, ${evidence.warningEvents.length} steps, ${journal.warnings.length} answers`,
    `  while a warning went up: ${kills.escalating} kills, ${freezes.escalating} times one frozen`,
  ].join('\n')
}

/** Over all rounds, for the last lines. */
export function strikesOf(results: readonly Pick<RoundResult, 'kills' | 'freezes'>[]): string {
  const sum = (of: (result: (typeof results)[number]) => number) =>
    results.reduce((all, one) => all + of(one), 0)
  const kills = `${sum(({ kills }) => kills.escalating)} of ${sum(({ kills }) => kills.count)} kills`
  const freezes = `${sum(({ freezes }) => freezes.escalating)} of ${sum(({ freezes }) => freezes.count)} freezes`
  return `${kills} and ${freezes} hit while a warning was open, not answered, and going up`
}

const MOST_TOLD = 8

export function storiesOf(violations: readonly Violation[], moments: readonly Moment[]): string {
  const told = violations.slice(0, MOST_TOLD).map(({ invariant, what, about }) => {
    const story = momentsAround(moments, about).map((moment) => `    ${lineOf(moment)}`)
    return [`  NOT KEPT: ${invariant}: ${what}`, ...story].join('\n')
  })
  const more = violations.length - MOST_TOLD
  return [...told, ...(more > 0 ? [`  and ${more} more`] : [])].join('\n')
}

export const lineOf = ({ atMs, what }: Moment) => `${new Date(atMs).toISOString().slice(11, 23)} ${what}`

/** Calls to Slack as timeline events, named by message key or method. */
export function momentOf({ atMs, method, args, ok, error, fault }: ApiCall): Moment {
  const about = JSON.stringify(args.metadata ?? args.channel ?? args.users ?? '')
  const verdict = ok ? 'ok' : (error ?? 'no answer')
  return { atMs, what: `${method} ${about} → ${verdict}${fault ? ` (${fault})` : ''}` }
}
