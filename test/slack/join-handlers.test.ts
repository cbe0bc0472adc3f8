// The handlers of all features are joined into one table.
import { expect, test } from 'vitest'
import { joinHandlers } from '../../src/slack/join-handlers.ts'

test('two handlers with the same name stop the start', () => {
  const feature = { submits: { standup: async () => ({ kind: 'close' }) as const } }
  expect(() => joinHandlers([feature, feature])).toThrow('Two submits are called standup')
})
