// A logger without output, for tests that do not check it.
import type { Log } from '../../src/core/context.ts'

export const silentLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
