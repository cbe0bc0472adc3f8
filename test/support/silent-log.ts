// A log that says nothing, for tests that do not look at it.
import type { Log } from '../../src/core/context.ts'

export const silentLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
