// The order of a list of warnings: what needs somebody first stands on top.
import { LEVELS } from './level.ts'
import type { Warning } from './warning.ts'

type Listed = { warning: Pick<Warning, 'episode'> }

/** Whoever sees several sees the reds first; of one level those that nobody has taken on, then the oldest. */
export const urgentFirst = <Of extends Listed>(views: readonly Of[]): Of[] =>
  views.toSorted(
    (one, other) =>
      rankOf(other) - rankOf(one) || isHandled(one) - isHandled(other) || opened(one) - opened(other),
  )

const rankOf = ({ warning }: Listed): number => LEVELS.indexOf(warning.episode.level)
const isHandled = ({ warning }: Listed): number => Number(warning.episode.state !== 'open')
const opened = ({ warning }: Listed): number => warning.episode.openedAt?.epochMilliseconds ?? 0
