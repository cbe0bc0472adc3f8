// The delays between retries of a failed delivery, and when it is given up.
import { expect, test } from 'vitest'
import { MAX_ATTEMPTS, retryDelaySeconds } from '../../src/outbox/domain/retry.ts'

test.each([
  { attempts: 1, seconds: 2 },
  { attempts: 2, seconds: 4 },
  { attempts: 8, seconds: 256 },
  { attempts: 9, seconds: 300 },
  { attempts: 19, seconds: 300 },
  { attempts: 20, seconds: null },
])('after $attempts attempts: $seconds s', ({ attempts, seconds }) => {
  expect(retryDelaySeconds(attempts)).toBe(seconds)
})

test('a message is not given up while Slack is down for an hour', () => {
  let seconds = 0
  for (let attempts = 1; attempts < MAX_ATTEMPTS; attempts += 1) seconds += retryDelaySeconds(attempts) ?? 0
  expect(seconds).toBeGreaterThan(3600)
})
