// What Slack's errors mean for a message: a refusal that somebody is told of, or a fault that passes.
import { WebAPIPlatformError } from '@slack/web-api'
import { expect, test } from 'vitest'
import { refusalOf } from '../../src/slack/refusals.ts'

const fault = (error: string) => new WebAPIPlatformError({ ok: false, error } as never)

test.each(['restricted_action', 'restricted_action_read_only_channel', 'ekm_access_denied', 'something_new'])(
  '%s is a refusal, whoever has to set it right',
  (error) => {
    expect(refusalOf(fault(error), 'C1')).toEqual({
      ...{ ok: false, reason: 'unreachable', problem: 'refused', slackError: error },
    })
  },
)

test.each(['internal_error', 'service_unavailable', 'missing_scope'])(
  '%s is a fault: tried again',
  (error) => {
    expect(() => refusalOf(fault(error), 'C1')).toThrow(error)
  },
)

test.each(['token_revoked', 'account_inactive', 'invalid_auth', 'team_access_not_granted'])(
  '%s: nothing can be sent any more',
  (error) => {
    expect(refusalOf(fault(error), 'C1')).toEqual({ ok: false, reason: 'disconnected' })
  },
)

test.each([
  ...['ratelimited', 'rate_limited', 'message_limit_exceeded'],
  ...['org_login_required', 'team_added_to_org'],
])('%s is waited for', (error) => {
  expect(refusalOf(fault(error), 'C1')).toMatchObject({ reason: 'rate-limited' })
})
