// Announces every change in the sandbox, so that tests and the page wait for changes instead of sleeping.
import { EventEmitter } from 'node:events'

interface Change {
  kind:
    | 'message'
    | 'ephemeral'
    | 'modal'
    | 'home'
    | 'channel'
    | 'user'
    | 'call'
    | 'delivery'
    | 'socket'
    | 'clock'
    | 'fault'
  workspaceId?: string
  channelId?: string
  userId?: string
}

export interface Changes {
  announce(change: Change): void
  /** Returns the function that stops listening. */
  listen(listener: (change: Change) => void): () => void
  /**
   * Resolves with the first value of `query` that is neither undefined, null nor false; evaluated now and after every change.
   * Rejects after `timeoutMs` with a sentence that ends in `describe()`.
   */
  waitFor<T>(query: () => T, describe: () => string, timeoutMs: number): Promise<Found<T>>
}

/** A value that was waited for. */
export type Found<T> = Exclude<T, undefined | null | false>

export function createChanges(): Changes {
  const emitter = new EventEmitter().setMaxListeners(0)
  const listen = (listener: (change: Change) => void) => {
    emitter.on('change', listener)
    return () => void emitter.off('change', listener)
  }
  return {
    announce: (change) => void emitter.emit('change', change),
    listen,
    waitFor: (query, describe, timeoutMs) =>
      new Promise((resolve, reject) => {
        let stop = () => {}
        const timer = setTimeout(() => {
          stop()
          reject(new Error(`Nothing came within ${timeoutMs} ms. ${describe()}`))
        }, timeoutMs)
        const settle = () => {
          let found: unknown
          try {
            found = query()
          } catch (fault) {
            clearTimeout(timer)
            stop()
            reject(fault)
            return
          }
          if (found === undefined || found === null || found === false) return
          clearTimeout(timer)
          stop()
          resolve(found as Found<ReturnType<typeof query>>)
        }
        stop = listen(settle)
        settle()
      }),
  }
}
