// Notices that the process stood still (a suspended machine, SIGSTOP): what arrived meanwhile is older than anybody waits for it.

/** Slack waits so long, and then tells the person that it did not work. */
const SLACK_WAITS_MS = 3000
const LOOK_EVERY_MS = 500
/** What arrived meanwhile is read within this time. */
const CATCHING_UP_MS = 1000

export interface StoodStill {
  /** The process has only just gone on: a payload may have waited for longer than Slack does. */
  isCatchingUp(): boolean
}

/** For the life of the process. `elapsedMs`: a clock that nobody sets. */
export function watchStandstill(elapsedMs: () => number = () => performance.now()): StoodStill {
  let lookedAt = elapsedMs()
  let wentOnAt = Number.NEGATIVE_INFINITY
  const look = () => {
    const now = elapsedMs()
    if (now - lookedAt > SLACK_WAITS_MS) wentOnAt = now
    lookedAt = now
  }
  setInterval(look, LOOK_EVERY_MS).unref()
  return {
    isCatchingUp: () => {
      look()
      return lookedAt - wentOnAt < CATCHING_UP_MS
    },
  }
}
